import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { headerPolicy, hostsOf } from '../src/core/page-policy.ts';
import { readSite } from '../src/core/read-site.ts';
import { UsageError } from '../src/core/usage-error.ts';
import { diskSource } from '../src/io/content-source.ts';
import { readEnvironment } from '../src/io/environment.ts';
import { outputFolder } from '../src/io/output-folder.ts';
import { contentFolder } from '../src/io/settings.ts';
import {
  bytes,
  checkLimits,
  type Host,
  type HostName,
  hosts,
  type LimitFinding,
  number,
} from '../src/publish/hosts/limits.ts';
import { measureSite, type SiteSize } from '../src/publish/hosts/measure-site.ts';

export const help = `Says how large a build is, and which limits of a host it comes near.

recapsule hosts check [--host <name>] [--outDir <folder>] [--format pretty|github]
recapsule hosts policy

  --host <name>       ${Object.keys(hosts).join(', ')}; all of them if nothing is said
  --outDir <folder>   the build, instead of dist/
  --format github     warnings and errors as GitHub shows them beside a run

"policy" prints the content security policies for a server of your own: of search pages, and of all others.

From 80 % of a limit on there is a warning; above it there is an error, and the exit code is 1.`;

/** Prints size and findings. Throws `UsageError` where there is no build, or no such host. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      host: { type: 'string' },
      outDir: { type: 'string' },
      format: { type: 'string', default: 'pretty' },
    },
  });
  const { host, format } = values;
  const { folder, shown } = outputFolder(values.outDir);
  if (positionals.length === 1 && positionals[0] === 'policy') return printPolicies();
  if (positionals.length !== 1 || positionals[0] !== 'check')
    throw new UsageError('Write "recapsule hosts check" or "recapsule hosts policy".');
  if (format !== 'pretty' && format !== 'github')
    throw new UsageError(`There is no format "${format}": write pretty or github.`);
  const chosen = host === undefined ? Object.values<Host>(hosts) : [hostOf(host)];
  if (!(await stat(folder).catch(() => undefined))?.isDirectory())
    throw new UsageError(`There is no build at ${shown}: run "npx recapsule build" first.`);
  const size = await measureSite(folder);
  const findings = chosen.flatMap((one) => checkLimits(one, size));
  console.log(summaryOf(shown, size));
  for (const finding of findings) console.log(format === 'github' ? github(finding) : pretty(finding));
  const fine = chosen.filter(({ title }) => findings.every((finding) => finding.host !== title));
  if (fine.length > 0) console.log(`No limit is near: ${fine.map(({ title }) => title).join('; ')}.`);
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
};

/** What is wrong in `site.yml` is said by a check; policies are printed of what can be read. */
const printPolicies = async (): Promise<number> => {
  const { top } = await diskSource(await contentFolder());
  const { siteUrl } = readEnvironment(process.env);
  const hosts = hostsOf(readSite(top.files, siteUrl, () => {}).head);
  console.log(`plain   ${headerPolicy('plain', hosts)}\nsearch  ${headerPolicy('search', hosts)}`);
  return 0;
};

const hostOf = (name: string): Host => {
  const known = Object.keys(hosts).find((one): one is HostName => one === name);
  if (known) return hosts[known];
  throw new UsageError(`There is no host "${name}": write ${Object.keys(hosts).join(', ')}.`);
};

const summaryOf = (folder: string, size: SiteSize): string =>
  `${folder}: ${number(size.files)} files in ${number(size.entries - size.files)} folders, ${bytes(size.bytes)}. The largest file is ${size.largestFile}, ${bytes(size.largest)}.`;

const pretty = ({ severity, host, message, hint }: LimitFinding): string => `${severity}: ${host}: ${message}. ${hint}`;

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
const github = ({ severity, host, message, hint }: LimitFinding): string =>
  `::${severity} title=Limits of ${host.replaceAll(',', '%2C')}::${`${message}. ${hint}`.replaceAll('%', '%25')}`;
