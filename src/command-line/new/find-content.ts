import { stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';

/**
 * The content folder that a command run in `cwd` means: `CONTENT_DIR`, or `content` there, or a folder `content` around
 * it that has a `site.yml` or holds the event in which `cwd` lies. `found` says whether it is a folder.
 */
export const findContent = async (
  cwd: string,
  variables: Readonly<Record<string, string | undefined>>,
): Promise<{ readonly folder: string; readonly found: boolean }> => {
  const folder = resolve(cwd, variables['CONTENT_DIR'] || 'content');
  if (await isFolder(folder)) return { folder, found: true };
  if (variables['CONTENT_DIR']) return { folder, found: false };
  for (let above = dirname(cwd), below = cwd; above !== below; below = above, above = dirname(above)) {
    const around = join(above, 'content');
    if (await isFile(join(around, 'site.yml'))) return { folder: around, found: true };
    const event = folderInside(around, cwd);
    if (event !== undefined && (await isFile(join(around, event, 'event.md')))) return { folder: around, found: true };
  }
  return { folder, found: false };
};

/** The first folder below the content folder in which `cwd` lies: that of an event. */
export const folderInside = (content: string, cwd: string): string | undefined => {
  const [first = ''] = relative(content, cwd).split(sep);
  return first === '' || first === '..' ? undefined : first;
};

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
