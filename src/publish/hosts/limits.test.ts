import { describe, expect, it } from 'vitest';
import { bytes, checkLimits, hosts } from './limits.ts';
import type { SiteSize } from './measure-site.ts';

const aSize = (more: Partial<SiteSize> = {}): SiteSize => ({
  files: 10,
  entries: 15,
  bytes: 1000,
  largest: 100,
  largestFile: 'fair/media/hall.png',
  fullest: 5,
  fullestFolder: 'fair',
  rules: 0,
  ...more,
});

/** The findings of a host, each as one text. */
const found = (host: keyof typeof hosts, more: Partial<SiteSize>): string[] =>
  checkLimits(hosts[host], aSize(more)).map(({ severity, message }) => `${severity}: ${message}`);

describe('the limits of a host', () => {
  it('are far from a small site', () => {
    for (const host of Object.values(hosts)) expect(checkLimits(host, aSize())).toEqual([]);
  });

  it('of redirects are no error: what is beyond them is left to pages', () => {
    expect(found('gitlab', { rules: 1001 })).toEqual([
      'warning: Unexpected 1,001 redirects in _redirects, expected at most 1,000 redirects in _redirects (GitLab Docs, "GitLab.com settings" and "GitLab Pages administration")',
    ]);
  });

  it('give a warning from 80 % on, and an error above them', () => {
    expect(found('cloudflare', { files: 15_999 })).toEqual([]);
    expect(found('cloudflare', { files: 16_000 })).toEqual([
      'warning: 16,000 files, 80 % of the 20,000 files it takes (Cloudflare Docs, Pages, "Limits")',
    ]);
    expect(found('cloudflare', { files: 20_000 })).toEqual([
      'warning: 20,000 files, 100 % of the 20,000 files it takes (Cloudflare Docs, Pages, "Limits")',
    ]);
    expect(found('cloudflare', { files: 20_001 })).toEqual([
      'error: Unexpected 20,001 files, expected at most 20,000 files (Cloudflare Docs, Pages, "Limits")',
    ]);
  });

  it('name the file or the folder that comes near them', () => {
    expect(found('cloudflare', { largest: 26 * 2 ** 20 })).toEqual([
      'error: Unexpected 26 MiB in fair/media/hall.png, expected at most 25 MiB in one file (Cloudflare Docs, Pages, "Limits")',
    ]);
    expect(found('netlify', { fullest: 50_000 })).toEqual([
      'warning: 50,000 names in the folder fair, 92 % of the 54,000 names in one folder it takes (Netlify Docs, "Site deploys overview")',
    ]);
  });

  it('are all reported, each with what can be done', () => {
    const findings = checkLimits(hosts.gitlab, aSize({ bytes: 2 ** 30 + 1, entries: 190_000 }));
    expect(findings.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      'error: Unexpected 1.1 GiB, expected at most 1 GiB (GitLab Docs, "GitLab.com settings" and "GitLab Pages administration")',
      'warning: 190,000 files and folders, 95 % of the 200,000 files and folders it takes (GitLab Docs, "GitLab.com settings" and "GitLab Pages administration")',
    ]);
    for (const { hint } of findings) expect(hint).toMatch(/^[A-Z].*\.$/);
  });
});

it.each([
  [0, '0 bytes'],
  [1023, '1,023 bytes'],
  [1024, '1 KiB'],
  [1025, '1.1 KiB'],
  [25 * 2 ** 20, '25 MiB'],
  [1.5 * 2 ** 30, '1.5 GiB'],
])('%i bytes are written as %s', (size, text) => {
  expect(bytes(size)).toBe(text);
});
