import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ignored, workflowOf } from '../../compose/compose-archive.ts';
import { textsOfNewArchive } from '../../compose/first-event.ts';
import { type ArchiveTarget, isThere } from './archive-target.ts';
import type { ArchiveSettings } from './ask-settings.ts';

/** What came of `recapsule init`. */
type Made = {
  readonly target: ArchiveTarget;
  readonly settings: ArchiveSettings;
  readonly dependencies: Readonly<Record<string, string>>;
  /** The paths that were there before, and those that have been written. */
  readonly kept: readonly string[];
  readonly written: readonly string[];
  readonly cwd: string;
};

/** What somebody has to know who has made an archive, and what to do next, line by line. */
export const nextSteps = (made: Made): readonly string[] => [
  ...notesOn(made),
  '',
  made.written.length === 0 ? 'Everything was there already. Next:' : 'Next:',
  ...commandsFor(made).map((command) => `  ${command}`),
];

const notesOn = ({ target, settings, kept, written }: Made): readonly string[] => {
  const { folder, repository } = target;
  const workflow = workflowOf(settings.host);
  const text = kept.includes('.gitignore') ? linesOf(join(folder, '.gitignore')) : ignored;
  const missing = ignored.filter((line) => !text.some((one) => one.replace(/^\/|\/$/g, '') === line.slice(0, -1)));
  return [
    ...(kept.length > 0 ? [`Left as it was: ${kept.join(', ')}.`] : []),
    ...(missing.length > 0 ? [`Add to .gitignore: ${missing.join(' ')}`] : []),
    ...(workflow && target.isBelow
      ? [
          `${workflow.file} is not written: hosts look for it at the top of the repository alone, which is ${repository}. Make the archive there, or a repository of its own with --git.`,
        ]
      : []),
    ...(written.includes('content/first-event/event.md') && !textsOfNewArchive(settings.language).isOwn
      ? [`The first event is in English, because there is none in "${settings.language}" yet.`]
      : []),
    ...(/[./]example\.org(?:[:/]|$)/.test(settings.url)
      ? ['Write the address of the archive into url of content/site.yml.']
      : []),
  ];
};

const commandsFor = ({ target: { folder }, kept, dependencies, cwd }: Made): readonly string[] => {
  const way = relative(cwd, folder);
  const named = kept.includes('package.json') ? linesOf(join(folder, 'package.json')).join() : undefined;
  const missing = Object.entries(dependencies).filter(([name]) => named !== undefined && !named.includes(`"${name}"`));
  const wanted = missing.map(([name, from]) => (from.startsWith('file:') ? `"${from}"` : `${name}@${from}`));
  const isInstalled = Object.keys(dependencies).every((name) => isThere(join(folder, 'node_modules', name)));
  return [
    ...(way === '' ? [] : [`cd ${/\s/.test(way) ? `"${way}"` : way}`]),
    ...(wanted.length > 0 ? [`npm install --save-exact ${wanted.join(' ')}`] : isInstalled ? [] : ['npm install']),
    'npx recapsule dev',
  ];
};

const linesOf = (file: string): readonly string[] => readFileSync(file, 'utf8').split(/\r?\n/);
