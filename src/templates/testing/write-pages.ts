import { isMainThread } from 'node:worker_threads';
import { PublishFault } from '../../publish/publish-fault.ts';
import type { Handler } from '../event-renderer.ts';
import { folderTarget, type SiteFolder } from '../folder-target.ts';

/** Writes the pages of events, tells what did it, and fails where a page says so. */
export const handlerOf = (site: SiteFolder): Handler<string> => {
  const { write } = folderTarget(site);
  return async (_folder, { pages }) => {
    for await (const [path, bytes] of pages) {
      if (Buffer.from(bytes).includes('The disk fails here')) throw new PublishFault('The disk has failed');
      await write(path, bytes);
    }
    return isMainThread ? 'main' : 'thread';
  };
};
