import { expect, it } from 'vitest';
import { readArchive } from './read-archive.ts';
import { anEntry, anEvent, aSite, faultsIn, galaWith } from './testing.ts';

it('optional fields that are empty are absent, in entries, event.md and site.yml', () => {
  const entry = {
    label: '""',
    author: '',
    source: '"  "',
    topics: '',
    aliases: '[]',
    corrections: '[]',
    milestone: 'null',
  };
  const event = {
    location: '',
    organiser: '""',
    links: '[]',
    results: '',
    topics: '{}',
    metrics: '',
    hero: '{picture: "", alt: }',
  };
  const site = { publisher: '{name: "", url: null}', links: '' };
  const files = galaWith({
    'site.yml': aSite(site),
    'gala/event.md': anEvent({ ...event, aliases: '[]', live: '' }),
    'gala/a.md': anEntry({ ...entry, withdrawn: '{time: "", reason: ""}', draft: '', slug: '' }),
  });
  expect(faultsIn(files)).toBe('0 errors, 0 warnings');
  const { archive } = readArchive(files);
  const [gala] = archive.events;
  expect(gala).not.toHaveProperty('hero');
  expect(gala?.entries[0]?.fields).toEqual({
    title: 'The curtain rises',
    time: '2019-11-11T10:00',
  });
  expect(archive.site).not.toHaveProperty('publisher');
});

it('fields that are empty inside a group that is not are absent where they are optional, and missing where they are not', () => {
  const whole = galaWith({ 'gala/event.md': anEvent({ results: '[{label: Total, value: "3", note: ""}]' }) });
  expect(faultsIn(whole)).toBe('0 errors, 0 warnings');
  const half = galaWith({ 'gala/event.md': anEvent({ hero: '{picture: a.png, alt: ""}' }) });
  expect(faultsIn(half)).toContain('Unexpected text "" in "hero.alt", expected text that is not empty.');
});

it('fields that are needed are errors where they are empty', () => {
  expect(faultsIn(galaWith({ 'gala/a.md': anEntry({ title: '""' }) }))).toContain('error invalid-value');
  expect(faultsIn(galaWith({ 'gala/a.md': anEntry({ time: '' }) }))).toContain('error invalid-value');
  expect(faultsIn(galaWith({ 'site.yml': aSite({ language: '' }) }))).toContain('error invalid-value');
});

it('a value that is a comment for YAML is no empty field', () => {
  expect(faultsIn(galaWith({ 'gala/a.md': anEntry({ title: '#NoFilter', label: '#1' }) }))).toContain(
    '> title: "#NoFilter"',
  );
  expect(faultsIn(galaWith({ 'gala/a.md': anEntry({ label: '# not yet known' }) }))).toBe('0 errors, 0 warnings');
});
