import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isHidden } from '../core/content-files.ts';

/** How much work is in a folder of a content on disk: as much as it has files and folders. Throws the system's error where it cannot be read. */
export const weightOf = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !isHidden(name))
    .reduce((sum, entry) => sum + (entry.isDirectory() ? weightOf(join(folder, entry.name)) : 1), 1);
