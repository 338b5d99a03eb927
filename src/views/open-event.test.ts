import { describe, expect, it } from 'vitest';
import { type ContentFiles, topFolder } from '../core/content-files.ts';
import type { ReadOptions } from '../core/read-archive.ts';
import { anEntry, anEvent, aSite, aSmallArchive, contentOf } from '../core/testing.ts';
import { newsAt } from '../feeds/newest.ts';
import { aroundIn, outlineOf } from '../inspect/around.ts';
import { type OpenedEvent, openEvent } from './open-event.ts';
import { type OpenSite, openSite } from './open-site.ts';
import { redirectsIn } from './redirect-view.ts';
import { freshMeans, openArchive } from './testing.ts';

const picture = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>');
const readBytes = (): Promise<Uint8Array> => Promise.resolve(picture);

const below = (files: ContentFiles, folder: string | undefined): ContentFiles =>
  new Map([...files].filter(([path]) => topFolder(path) === folder));

/** Opens the event in a folder alone, and notes which others were read for it. */
const alone = async (
  files: ContentFiles,
  folder: string,
  options: ReadOptions = {},
): Promise<OpenedEvent & { readonly read: readonly string[] }> => {
  const settings = new Map([...files].filter(([path]) => path === 'site.yml' || path.endsWith('/event.md')));
  const { addresses } = outlineOf(settings, options);
  const read: string[] = [];
  const source = {
    read: (other: string) => {
      read.push(other);
      return Promise.resolve({ files: below(files, other), readBytes });
    },
    readWhole: () => {
      read.push('everything');
      return Promise.resolve({ files, readBytes });
    },
  };
  const content = { files: new Map([...below(files, undefined), ...below(files, folder)]), readBytes };
  const around = aroundIn(source, addresses, options)(folder);
  return { ...(await openEvent({ folder, content, around, options, ...freshMeans })), read };
};

/** What the pages of an event print of it. */
const printedOf = async (site: OpenSite | undefined, slug: string) => {
  const of = site?.events.find(({ event }) => event.slug === slug);
  if (!site || !of) throw new Error(`There is no event ${slug}`);
  const { event, bodyOf, files, cover, media } = of;
  return {
    event,
    bodies: [event.standfirst, ...event.entries.map(({ body }) => body)].map(bodyOf),
    files: await Promise.all(files().map(async ({ path, print }) => [path, await print()])),
    cover,
    media: media.flatMap(({ names }) => names),
    redirects: redirectsIn(site)
      .map(({ redirect }) => redirect)
      .filter(({ path }) => path.includes(`/${slug}/`)),
  };
};

describe('an event that is opened alone', () => {
  it.each(['gala', 'flight', 'later'])('gives its pages what a whole archive gives them: %s', async (folder) => {
    const site = await openArchive(aSmallArchive(), {}, readBytes);
    const { opened, diagnostics, read } = await alone(aSmallArchive(), folder);
    expect(await printedOf(opened?.site, folder)).toEqual(await printedOf(site, folder));
    expect({ diagnostics, read }).toEqual({ diagnostics: [], read: [] });
    const { record, items, outlines } = opened?.known() ?? {};
    expect(record?.feed.news).toEqual(items?.map(newsAt));
    expect(record?.feed.placed.map(([at]) => at)).toEqual(outlines?.map(({ placed }) => placed));
  });

  it('has its drafts and its address as they are asked for', async () => {
    const options = { drafts: true, siteUrl: 'https://recaps.example/' };
    const site = await openArchive(aSmallArchive(), options, readBytes);
    const { opened } = await alone(aSmallArchive(), 'gala', options);
    expect(await printedOf(opened?.site, 'gala')).toEqual(await printedOf(site, 'gala'));
  });

  it('keeps the picture that pages of the archive show of it', async () => {
    const files = contentOf(
      { 'site.yml': aSite(), 'gala/event.md': anEvent({ hero: '{picture: stage.svg, alt: The stage}' }) },
      { 'gala/stage.svg': 'file' },
    );
    const { opened } = await alone(files, 'gala');
    expect(opened?.known().record.cover).toMatchObject({
      src: expect.stringMatching(/^\/gala\/media\/stage/),
      width: 4,
    });
  });
});

describe('a link to another event', () => {
  const linking = (body: string, more: Readonly<Record<string, string>> = {}): ContentFiles =>
    contentOf({
      'site.yml': aSite(),
      'gala/event.md': anEvent(),
      'gala/opening.md': anEntry({}, body),
      'fest/event.md': anEvent({ aliases: '[old-fest]' }),
      'fest/day/1000-first.md': anEntry({ topics: '[songs]', aliases: '[start]' }),
      'fest/draft.md': anEntry({ draft: 'true' }),
      'fest/slug.md': anEntry({ slug: 'other' }),
      'show/event.md': anEvent(),
      ...more,
    });

  it.each([
    ['../fest/day/1000-first.md', '/fest/first/'],
    ['../fest/event.md', '/fest/'],
    ['/fest/first/', '/fest/first/'],
    ['/fest/start/', '/fest/first/'],
    ['/old-fest/start/?a', '/fest/first/?a'],
    ['/old-fest/', '/fest/'],
    ['/fest/topics/songs/', '/fest/topics/songs/'],
    ['/%66est/first/', undefined],
    ['/nowhere/', undefined],
    ['../nowhere/first.md', undefined],
    ['../fest/first.md', undefined],
    ['../fest/draft.md', undefined],
    ['/fest/draft/', undefined],
    ['../fest/slug.md', undefined],
    ['../fest/day/1000-first.md#part', undefined],
  ])('leads where it leads in a whole archive: %s', async (address, href) => {
    const files = linking(`\nSee [it](${address}).\n`);
    const { site, diagnostics } = await openSite({ files, readBytes }, {}, freshMeans);
    const { opened, diagnostics: own, read } = await alone(files, 'gala');
    expect(own).toEqual(diagnostics);
    expect(own).toHaveLength(href === undefined ? 1 : 0);
    expect(read.includes('everything')).toBe(href === undefined);
    expect(opened?.known().record.links).toEqual(href && [{ address, file: 'gala/opening.md', folder: 'fest', href }]);
    if (opened) expect(await printedOf(opened.site, 'gala')).toEqual(await printedOf(site, 'gala'));
  });

  it('makes it read that event and no more', async () => {
    const { read } = await alone(
      linking('\n[a](../fest/event.md), [b](/fest/first/), [c](/), [d](./opening.md).\n'),
      'gala',
    );
    expect(read).toEqual(['fest']);
  });

  it('is not broken because that has errors, which are reported where they are', async () => {
    const more = { 'fest/day/1000-first.md': anEntry({ topcis: '[]' }) };
    const files = linking('\nSee [it](../fest/day/1000-first.md).\n', more);
    const { opened, diagnostics } = await alone(files, 'gala');
    expect(diagnostics).toEqual([]);
    expect(opened).toBeDefined();
    expect((await alone(files, 'fest')).opened).toBeUndefined();
  });
});
