import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder, writeFiles } from '../../../scripts/testing/temporary-content.ts';
import { anEvent, aSite } from '../../core/testing.ts';
import type { CommandContext } from './command-context.ts';
import { newEntry } from './new-entry.ts';

const root = temporaryFolder();
const metrics =
  '{gmv: {title: GMV, unit: USD, cumulative: true, rates: {CNY: 7}, references: [{name: "2015", value: 5e9}]}}';

/** An archive of its own with the event Gala, at half past noon on 11 November 2019 in Shanghai. */
export const gala = async (name: string, files: Readonly<Record<string, string>> = {}) => {
  const cwd = await writeFiles(join(root, name), {
    'content/site.yml': aSite(),
    'content/gala/event.md': anEvent({ metrics, topics: '{gmv: GMV}' }),
    ...files,
  });
  const said = { printed: '', reported: '' };
  const world: CommandContext = {
    now: Temporal.Instant.from('2019-11-11T04:30:40Z'),
    zone: 'UTC',
    cwd,
    variables: {},
    print: (text) => {
      said.printed += `${text}\n`;
    },
    tell: (text) => {
      said.reported += `${text}\n`;
    },
  };
  const run = (args: readonly string[], more: Partial<CommandContext> = {}) => newEntry(args, { ...world, ...more });
  const read = (path: string) => readFile(join(cwd, path), 'utf8');
  const entries = async () =>
    (await readdir(join(cwd, 'content'), { recursive: true })).filter((one) => one.endsWith('.md')).sort();
  return { cwd, run, read, entries, said };
};
