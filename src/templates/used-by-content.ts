import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeArchiveCard } from '../cards/describe-card.ts';
import { planCard } from '../cards/plan-card.ts';
import { planEventCards } from '../cards/plan-event-cards.ts';
import type { ContentFiles } from '../core/content-files.ts';
import { isPicture } from '../core/media-names.ts';
import { readArchive } from '../core/read-archive.ts';
import { cacheFolder } from '../io/cache-folder.ts';
import { readEnvironment } from '../io/environment.ts';
import { readContent } from '../io/read-content.ts';
import { contentFolder } from '../io/settings.ts';
import { folderOfPicture } from '../media/kept-pictures.ts';
import { pictureHash } from '../media/measure.ts';
import { nameOfKept } from '../search/kept-indexer.ts';
import { fileOfBodies } from './kept-bodies.ts';
import { pressKeys } from './press-key.ts';

/** Tells of each file of the cache whether the content on disk uses it: its pictures and cards, and the texts of its events. */
export const usedByContent = async (): Promise<(path: string) => boolean> => {
  const { files, readBytes } = await readContent(await contentFolder());
  const { bodies } = pressKeys();
  const used = new Set<string>();
  const hashes = new Map<string, string>();
  for (const [path, content] of files) {
    if (path.endsWith('/event.md')) used.add(`bodies/${fileOfBodies(path.slice(0, -'/event.md'.length), bodies)}`);
    if (path.endsWith('/event.md'))
      for (const number of [1, 2])
        used.add(`search/${nameOfKept(`${path.slice(0, -'/event.md'.length).normalize('NFC')}/${number}`)}`);
    if (content === 'file' && isPicture(path)) hashes.set(path, pictureHash(await readBytes(path)));
  }
  for (const hash of [...hashes.values(), ...cardsOf(files, hashes)]) used.add(folderOfPicture(hash));
  return (path) => {
    if (path.startsWith('search/')) return used.has(path);
    if (path.startsWith('bodies/')) return used.has(path) || path.startsWith(`bodies/${bodies}/base-`);
    if (path.startsWith('pictures/names/')) return used.has(folderOfPicture(hashIn(path)));
    return used.has(path.split('/').slice(1, 3).join('/'));
  };
};

/** The hashes of all cards, where the pictures have these hashes. */
const cardsOf = (files: ContentFiles, hashes: ReadonlyMap<string, string>): readonly string[] => {
  const { siteUrl, drafts } = readEnvironment(process.env);
  const { site, events } = readArchive(files, { drafts, ...(siteUrl && { siteUrl }) }).archive;
  const plans = events.flatMap((event) => {
    const { own, ofMilestones } = planEventCards(event, site, event.hero && hashes.get(event.hero.file));
    return [own, ...ofMilestones.values()];
  });
  return [planCard(describeArchiveCard(site)), ...plans].map(({ hash }) => hash);
};

/** A file that remembers which picture a file was holds the hash of that, and behind it that of itself. */
const hashIn = (path: string): string => readFileSync(join(cacheFolder(), path)).toString('latin1').slice(0, 64);
