import { join } from 'node:path';
import { filesOf } from '../../../scripts/testing/built-site.ts';
import { temporaryFolder, writeFiles } from '../../../scripts/testing/temporary-content.ts';
import { aSite } from '../../core/testing.ts';
import { type ImportOptions, importLiveBlog } from '../import-live-blog.ts';

const parent = temporaryFolder();
let count = 0;

/** A content folder of its own, and the way to import a text into its event `gala`. */
export const aDesk = async (content: Readonly<Record<string, string>> = {}) => {
  count += 1;
  const desk = join(parent, String(count));
  const folder = await writeFiles(join(desk, 'content'), { 'site.yml': aSite(), ...content });
  const told: string[] = [];
  const bring = async (text: string, options: Partial<ImportOptions> = {}, beside = {}, file = 'source.txt') => {
    await writeFiles(desk, { [file]: text, ...beside });
    return importLiveBlog({
      name: join(desk, file),
      slug: 'gala',
      folder,
      timezone: 'Asia/Shanghai',
      media: true,
      allowPrivate: false,
      isTrial: false,
      tell: (line) => told.push(line),
      ...options,
    });
  };
  const files = (): Readonly<Record<string, string>> =>
    Object.fromEntries([...filesOf(folder)].map(([path, bytes]) => [path, bytes.toString('latin1')]));
  return { folder, bring, files, told };
};
