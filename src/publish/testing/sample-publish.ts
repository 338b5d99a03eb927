import { takeTurn } from '../lock.ts';
import { type EventTree, readRelease } from '../manifests.ts';
import { prune, removeDiscarded } from '../prune.ts';
import { openSiteFolder, type PublishedSite } from '../site-folder.ts';
import { storeEvent } from '../store-event.ts';
import { storeRelease } from '../store-release.ts';
import { currentRelease, switchTo } from '../switch-release.ts';

/** Publishes a small site with everything that a site can have; `generation` changes a part of it. Keeps two releases. */
export const publishSample = async (folder: string, generation: number): Promise<string> => {
  const site = openSiteFolder(folder);
  using lock = await takeTurn(site);
  if (!lock) throw new Error('Somebody waits already');
  const gala = await storeEvent(site, {
    folder: 'gala',
    files: textFiles({
      'gala/index.html': `timeline ${generation}`,
      [`gala/entry-${generation}/index.html`]: 'a new entry',
      'gala/first/index.html': 'always the same',
      'gala/rss.xml': `feed ${generation}`,
      'old-gala/index.html': 'redirect',
    }),
    media: new Map([
      ['stage-1a.png', Buffer.from('always')],
      [`view-${generation}.png`, Buffer.from(`picture ${generation}`)],
    ]),
    notes: new Map([['record.json', JSON.stringify({ generation })]]),
    ...previousOf(site, 'gala'),
  });
  const plain = await storeEvent(site, {
    folder: 'plain',
    files: textFiles({ 'plain/index.html': 'an event that never changes' }),
    media: new Map(),
    notes: new Map([['record.json', '{}']]),
    ...previousOf(site, 'plain'),
  });
  const name = await storeRelease(site, {
    commit: `${generation}`.repeat(40),
    made: `2026-11-24T08:15:0${generation}Z`,
    inputs: { generation },
    events: [gala, plain],
    files: textFiles({ 'index.html': `archive ${generation}`, 'favicon.svg': '<svg/>', 'feeds/index.html': 'feeds' }),
    assets: new Map([
      ['page.css', Buffer.from('always')],
      [`index-${generation}.css`, Buffer.from(`style ${generation}`)],
    ]),
  });
  await switchTo(site, name);
  prune(site, 2);
  await removeDiscarded(site);
  return name;
};

/** Files with texts in them. */
export const textFiles = (files: Readonly<Record<string, string>>): ReadonlyMap<string, Uint8Array> =>
  new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));

const previousOf = (site: PublishedSite, event: string): { previous?: string } => {
  const current = currentRelease(site);
  const release = current === undefined ? undefined : readRelease(site, current);
  const tree: EventTree | undefined = release?.events.find(({ folder }) => folder === event);
  return tree ? { previous: tree.id } : {};
};

const [, program, folder, generation] = process.argv;
if (program === import.meta.filename && folder !== undefined) {
  try {
    console.log(await publishSample(folder, Number(generation)));
  } catch (fault) {
    console.error(fault instanceof Error ? `${fault.name}: ${fault.message}` : fault);
    process.exitCode = 1;
  }
}
