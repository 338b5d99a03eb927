import type { SiteSize } from './measure-site.ts';

const mebibyte = 2 ** 20;
const gibibyte = 2 ** 30;

/** What a host takes, in the measures of a site. */
export type Host = {
  readonly title: string;
  /** Where its maker says so. */
  readonly source: string;
  readonly limits: Partial<Record<Measure, number>>;
};

const measured = [
  'bytes',
  'files',
  'entries',
  'largest',
  'fullest',
  'rules',
] as const satisfies readonly (keyof SiteSize)[];
type Measure = (typeof measured)[number];

/** The limits of hosts, as they stood in November 2026. Where a maker says "1 GB", 2³⁰ bytes are meant. */
export const hosts = {
  github: {
    title: 'GitHub Pages',
    source: 'GitHub Docs, "GitHub Pages limits"',
    limits: { bytes: gibibyte },
  },
  // An instance of one's own takes 100 MiB if its administrator has not said otherwise.
  gitlab: {
    title: 'GitLab Pages on GitLab.com',
    source: 'GitLab Docs, "GitLab.com settings" and "GitLab Pages administration"',
    limits: { bytes: gibibyte, entries: 200_000, rules: 1000 },
  },
  // Workers Paid plans take 100,000 files.
  cloudflare: {
    title: 'Cloudflare Pages, Free plan',
    source: 'Cloudflare Docs, Pages, "Limits"',
    limits: { files: 20_000, largest: 25 * mebibyte, rules: 2000 },
  },
  netlify: {
    title: 'Netlify',
    source: 'Netlify Docs, "Site deploys overview"',
    limits: { fullest: 54_000 },
  },
} as const satisfies Readonly<Record<string, Host>>;

export type HostName = keyof typeof hosts;

/** A limit that is near or met. */
export type LimitFinding = {
  readonly severity: 'warning' | 'error';
  readonly host: string;
  readonly message: string;
  readonly hint: string;
};

/** From this share of a limit on there is a warning, while there is still time to do something. */
const near = 0.8;

/** What a host would not take of a site, and what it soon will not. */
export const checkLimits = ({ title, source, limits }: Host, size: SiteSize): readonly LimitFinding[] =>
  measured.flatMap((measure) => {
    const limit = limits[measure];
    const value = size[measure];
    if (limit === undefined || value < near * limit) return [];
    const { count, hint } = measures[measure];
    // Rounded down, so that 100 % is what it says.
    const share = Math.floor((100 * value) / limit);
    const message =
      value > limit
        ? `Unexpected ${count(value, size)}, expected at most ${count(limit)} (${source})`
        : `${count(value, size)}, ${share} % of the ${count(limit)} it takes (${source})`;
    return [{ severity: value > limit && measure !== 'rules' ? 'error' : 'warning', host: title, message, hint }];
  });

type Wording = { readonly count: (value: number, size?: SiteSize) => string; readonly hint: string };

const measures: Readonly<Record<Measure, Wording>> = {
  bytes: {
    count: (value) => bytes(value),
    hint: 'Make pictures smaller, keep some events in an archive of their own, or publish to a store or server of your own.',
  },
  files: {
    count: (value) => `${number(value)} files`,
    hint: 'Keep some events in an archive of their own, or choose another host.',
  },
  entries: {
    count: (value) => `${number(value)} files and folders`,
    hint: 'Keep some events in an archive of their own, or choose another host.',
  },
  largest: {
    count: (value, size) => `${bytes(value)} in ${size ? size.largestFile : 'one file'}`,
    hint: 'Make that file smaller.',
  },
  fullest: {
    count: (value, size) => `${number(value)} names in ${size ? `the folder ${size.fullestFolder}` : 'one folder'}`,
    hint: 'Divide that event into several, or choose another host.',
  },
  rules: {
    count: (value) => `${number(value)} redirects in _redirects`,
    hint: 'What is beyond that is left to the pages that redirect, which are part of the build.',
  },
};

/** A number as English writes it. */
export const number = (value: number): string => value.toLocaleString('en');

const units = [
  [gibibyte, 'GiB'],
  [mebibyte, 'MiB'],
  [2 ** 10, 'KiB'],
  [1, 'bytes'],
] as const;

/** A size in the largest unit of which there is at least one, and never less than it is. */
export const bytes = (value: number): string => {
  const [unit, name] = units.find(([unit]) => value >= unit) ?? units[3];
  return `${number(Math.ceil((10 * value) / unit) / 10)} ${name}`;
};
