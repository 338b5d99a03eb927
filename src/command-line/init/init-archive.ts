import { readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { composeArchive, workflowOf } from '../../compose/compose-archive.ts';
import { writeTogether } from '../../compose/write-together.ts';
import { UsageError } from '../../core/usage-error.ts';
import { isZone } from '../../core/zone-names.ts';
import { GitFault, git } from '../../io/git.ts';
import { packageVersion, programVersion, root } from '../../io/settings.ts';
import type { CommandContext } from '../new/command-context.ts';
import { withDashes } from '../new/with-dashes.ts';
import { type ArchiveTarget, archiveTarget, isThere, titleFrom } from './archive-target.ts';
import { askSettings } from './ask-settings.ts';
import { nextSteps } from './next-steps.ts';

const options = {
  title: { type: 'string' },
  url: { type: 'string' },
  language: { type: 'string' },
  host: { type: 'string' },
  from: { type: 'string' },
  git: { type: 'boolean' },
  yes: { type: 'boolean', short: 'y' },
} as const;

/** Makes an archive in a folder, or completes one, and gives the exit code. Nothing that is there is changed. */
export const initArchive = async (args: readonly string[], world: CommandContext): Promise<number> => {
  const parsed = parseArgs({ args: withDashes(args, options), options, allowPositionals: true });
  const { yes, git: wantsGit, from, ...given } = parsed.values;
  const found = await archiveTarget(parsed.positionals, world.cwd);
  const needsGit = wantsGit === true && (found.repository === undefined || found.isBelow);
  const target = { ...found, isBelow: found.isBelow && !needsGit };
  refuseSettled(target, given);
  const dependency = from === undefined ? programVersion() : packedFile(target.folder, resolve(world.cwd, from));
  if (needsGit) await requireGit(world.cwd);
  const { terminal, ...unasked } = world;
  const about = { known: target.settings ?? {}, title: titleFrom(target.folder) };
  const settings = await askSettings(given, about, yes ? unasked : world).finally(() => terminal?.close());
  const { files, dependencies } = composeArchive({
    ...settings,
    timezone: isZone(world.zone) ? world.zone : 'UTC',
    dependency,
    now: world.now,
    versionOf: packageVersion,
    brought: (path) => readFileSync(join(root, path), 'utf8'),
  });
  const wanted = [...files].filter(([path]) => isWanted(path, target, workflowOf(settings.host)?.file));
  const kept = wanted.map(([path]) => path).filter((path) => isThere(join(target.folder, path)));
  const missing = new Map(wanted.filter(([path]) => !kept.includes(path)));
  await writeTogether(target.folder, missing);
  if (needsGit) await git(target.folder, ['init', '--quiet', '--initial-branch=main']);
  const written = [...missing.keys()];
  for (const path of written) world.print(relative(world.cwd, join(target.folder, path)));
  world.tell(nextSteps({ target, settings, dependencies, kept, written, cwd: world.cwd }).join('\n'));
  return 0;
};

/** An archive that has events gets no other, and a workflow belongs at the top of a repository. */
const isWanted = (path: string, target: ArchiveTarget, workflow: string | undefined): boolean =>
  !(target.hasEvents && path.startsWith('content/first-event/')) && !(target.isBelow && path === workflow);

/** What `site.yml` says is not said again by options. */
const refuseSettled = ({ settings }: ArchiveTarget, given: Readonly<Record<string, unknown>>): void => {
  const said = ['title', 'url', 'language'].find((name) => given[name] !== undefined);
  if (settings !== undefined && said !== undefined)
    throw new UsageError(
      `content/site.yml is there already, and is left as it is: change ${said} in it, and leave out --${said}.`,
    );
};

/** What `package.json` says of a packed file: its path from there. */
const packedFile = (folder: string, file: string): string => {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new UsageError(`There is no packed file ${file}: "npm pack" in the folder of Recapsule makes one.`);
  return `file:${relative(folder, file).split(sep).join('/')}`;
};

const requireGit = async (cwd: string): Promise<void> => {
  await git(cwd, ['--version']).catch((fault: unknown) => {
    throw fault instanceof GitFault ? new UsageError(`--git needs git: ${fault.message}`) : fault;
  });
};
