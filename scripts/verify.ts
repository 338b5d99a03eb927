import { parseArgs } from 'node:util';
import { UsageError } from '../src/core/usage-error.ts';
import { outputFolder } from '../src/io/output-folder.ts';
import { openCopy } from '../src/publish/verify/open-copy.ts';
import { verifyCopy } from '../src/publish/verify/verify-copy.ts';

export const help = `Compares a copy of an archive with its sums, and follows its links.

recapsule verify [<place>] [--key <file>]

  <place>        a build, a release, the folder of a published site (what readers see), a zip file, a bag or a zip of
                 one, or the address of a site; dist/ if nothing is said
  --key <file>   the public key that must have signed the sums: of SSH (id_ed25519.pub) or of minisign (minisign.pub)

Each file is compared with SHA512SUMS: what is missing, changed or extra goes to standard output, with every link that leads
nowhere. Behind an address files are asked for as readers do, six at once; what is there beside the sums, nobody can
tell. Without --key, a signature by an SSH key is checked, and it is said by which key.

The exit code is 1 where something differs.`;

/** Prints every difference, and gives 1 where there is one. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { key: { type: 'string' } },
  });
  const [place = outputFolder(undefined).folder, ...others] = positionals;
  if (others.length > 0) throw new UsageError(`Unexpected "${others[0]}", expected one folder, file or address.`);
  const { files, faults, notes } = await verifyCopy(await openCopy(place), values.key);
  for (const note of notes) console.error(note);
  for (const fault of faults) console.log(fault);
  console.error(faults.length === 0 ? `All ${files} files are as SHA512SUMS says.` : `Differences: ${faults.length}.`);
  return faults.length === 0 ? 0 : 1;
};
