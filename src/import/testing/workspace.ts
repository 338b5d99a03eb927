import { join } from 'node:path';
import { filesOf } from '../../../scripts/testing/built-site.ts';
import { temporaryFolder, writeFiles } from '../../../scripts/testing/temporary-content.ts';
import { aSite } from '../../core/testing.ts';
import { type ImportOptions, importLiveBlog } from '../import-live-blog.ts';

const parent = temporaryFolder();
let count = 0;

/** A content folder of its own, and the way to import a text into its event `gala`. */
export const anImportWorkspace = async (content: Readonly<Record<string, string>> = {}) => {
  count += 1;
  const workspace = join(parent, String(count));
  const folder = await writeFiles(join(workspace, 'content'), { 'site.yml': aSite(), ...content });
  const reported: string[] = [];
  const bring = async (text: string, options: Partial<ImportOptions> = {}, beside = {}, file = 'source.txt') => {
    await writeFiles(workspace, { [file]: text, ...beside });
    return importLiveBlog({
      name: join(workspace, file),
      slug: 'gala',
      folder,
      timezone: 'Asia/Shanghai',
      media: true,
      allowPrivate: false,
      isTrial: false,
      // Before all that is imported, which is then nothing that lies back.
      now: Temporal.Instant.fromEpochMilliseconds(0),
      tell: (line) => reported.push(line),
      ...options,
    });
  };
  const files = (): Readonly<Record<string, string>> =>
    Object.fromEntries([...filesOf(folder)].map(([path, bytes]) => [path, bytes.toString('latin1')]));
  return { folder, bring, files, reported };
};
