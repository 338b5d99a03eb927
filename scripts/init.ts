import { initArchive } from '../src/command-line/init/init-archive.ts';
import { machineContext } from '../src/command-line/new/command-context.ts';

export const help = `Makes an archive: settings, a first event, and what an editor, git and a host need.

recapsule init [<folder>] [--title <text>] [--url <address>] [--language <tag>] [--host <name>] [--yes]

  <folder>           where to; the working folder if nothing is said
  --title <text>     the name of the archive; that of the folder if nothing is said
  --url <address>    where it will be published; https://recaps.example.org if nothing is said
  --language <tag>   its language, and that of the first event: en, de, zh-Hans; en if nothing is said
  --host <name>      who publishes it: github, gitlab or forgejo, with a workflow; server, or none, if nothing is said
  --git              makes a git repository of it
  --from <file>      takes Recapsule from a packed file instead of the registry
  --yes              asks nothing

What is not said is asked for on a terminal. Nothing is overwritten: files that are there are left alone and named. Where
something cannot be written, nothing is. The paths of the new files are all that goes to standard output.`;

/** Makes or completes an archive, and gives the exit code. */
export const run = (args: readonly string[]): Promise<number> => initArchive(args, machineContext());
