import { join } from 'node:path';
import { temporaryFolder } from '../../../scripts/testing/temporary-content.ts';
import type { EventTree } from '../manifests.ts';
import { openSiteFolder, type PublishedSite } from '../site-folder.ts';
import { type EventFiles, storeEvent } from '../store-event.ts';
import { type ReleaseFiles, storeRelease } from '../store-release.ts';
import { textFiles } from './sample-publish.ts';

/** An empty site in a temporary folder. */
export const aSiteFolder = (): PublishedSite => openSiteFolder(join(temporaryFolder(), 'site'));

/** Stores an event of two pages and no pictures. */
export const aStoredEvent = (site: PublishedSite, given: Partial<EventFiles> = {}): Promise<EventTree> =>
  storeEvent(site, {
    folder: 'gala',
    files: textFiles({ 'gala/index.html': 'timeline', 'gala/first/index.html': 'entry' }),
    media: new Map(),
    notes: new Map([['record.json', '{}']]),
    ...given,
  });

/** Stores a release of one page and no events. */
export const aRelease = (site: PublishedSite, given: Partial<ReleaseFiles> = {}): Promise<string> =>
  storeRelease(site, {
    commit: 'a1b2c3d4e5f6',
    made: '2026-11-24T08:15:30.5Z',
    inputs: {},
    events: [],
    files: textFiles({ 'index.html': 'archive' }),
    assets: new Map(),
    ...given,
  });
