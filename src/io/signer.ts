import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sumsFile } from '../core/sums.ts';
import { UsageError } from '../core/usage-error.ts';
import { readPlain } from './plain-file.ts';

/** Signs a file of sums: gives the name of the signature, and the signature. Rejects with `UsageError` where that fails. */
export type Signer = (sums: Uint8Array) => Promise<readonly [name: string, signature: Uint8Array]>;

/** What signatures by SSH keys are for, so that none is taken for one of something else (ssh-keygen(1), `-n`). */
export const signatureNamespace = 'recapsule';

type Tool = 'ssh-keygen' | 'minisign';

/** Gets ready to sign with a key of SSH or minisign. Throws `UsageError` where the key is none, or its program is not there. */
export const openSigner = async (key: string): Promise<Signer> => {
  const tool = toolOf(key, textOf(key));
  await requireTool(tool, key);
  return (sums) =>
    inTemporary(async (folder) => {
      const file = join(folder, sumsFile);
      writeFileSync(file, sums);
      const name = `${sumsFile}.${tool === 'minisign' ? 'minisig' : 'sig'}`;
      const args =
        tool === 'minisign'
          ? ['-S', '-s', resolve(key), '-m', file, '-t', sumsFile]
          : ['-Y', 'sign', '-f', resolve(key), '-n', signatureNamespace, file];
      const { code, said } = await runTool(tool, args);
      if (code !== 0) throw new UsageError(`${tool} did not sign with ${key}: ${said}`);
      return [name, readFileSync(join(folder, name))];
    });
};

/** What came of a signature: whether it fits, and what its program said. */
export type CheckedSignature = { readonly isGood: boolean; readonly said: string };

/**
 * Checks the signature `name` of sums. With a public key of SSH or minisign it is checked whether that made it. Without one a
 * signature by an SSH key says which key it was, and one by minisign cannot be checked: `undefined`.
 */
export const checkSignature = async (
  sums: Uint8Array,
  { name, signature }: { readonly name: string; readonly signature: Uint8Array },
  key: string | undefined,
): Promise<CheckedSignature | undefined> => {
  const tool: Tool = name.endsWith('.minisig') ? 'minisign' : 'ssh-keygen';
  if (key === undefined && tool === 'minisign') return undefined;
  const text = key === undefined ? '' : textOf(key);
  if (key !== undefined && toolOf(key, text) !== tool)
    throw new UsageError(`${key} is a key of ${toolOf(key, text)}, and ${name} was made by ${tool}: name its key.`);
  await requireTool(tool, key ?? name);
  return inTemporary(async (folder) => {
    const [file, signed] = [join(folder, sumsFile), join(folder, name)];
    writeFileSync(file, sums);
    writeFileSync(signed, signature);
    const signers = join(folder, 'signers');
    writeFileSync(signers, `${signatureNamespace} ${text}`);
    const ofSsh = key === undefined ? ['check-novalidate'] : ['verify', '-f', signers, '-I', signatureNamespace];
    const args =
      tool === 'minisign'
        ? ['-V', '-p', resolve(key ?? ''), '-m', file, '-x', signed]
        : ['-Y', ...ofSsh, '-n', signatureNamespace, '-s', signed];
    const { code, said } = await runTool(tool, args, sums);
    return { isGood: code === 0, said: said.replaceAll(`${folder}/`, '') };
  });
};

const textOf = (key: string): string => {
  const bytes = readPlain(resolve(key));
  if (!bytes) throw new UsageError(`There is no key "${key}": name the file of one of SSH or minisign.`);
  return bytes.toString('utf8');
};

const toolOf = (key: string, text: string): Tool => {
  if (/^untrusted comment:.*minisign/i.test(text)) return 'minisign';
  if (/^(?:-----BEGIN [A-Z ]*PRIVATE KEY-----|(?:ssh|ecdsa|sk)-[\w@.-]+ )/m.test(text)) return 'ssh-keygen';
  throw new UsageError(
    `"${key}" is no key of SSH or minisign: make one with "ssh-keygen -t ed25519" or "minisign -G".`,
  );
};

const requireTool = async (tool: Tool, key: string): Promise<void> => {
  const { code } = await runTool(tool, ['-v']);
  if (code === undefined)
    throw new UsageError(`${key} needs the program ${tool}, which is not installed here (Debian: ${debian[tool]}).`);
};

const debian: Readonly<Record<Tool, string>> = { 'ssh-keygen': 'openssh-client', minisign: 'minisign' };

/** `code` is `undefined` where there is no such program. A password is asked for on the terminal. */
const runTool = (
  tool: Tool,
  args: readonly string[],
  input?: Uint8Array,
): Promise<{ readonly code: number | null | undefined; readonly said: string }> =>
  new Promise((done) => {
    const child = spawn(tool, args, { stdio: [input ? 'pipe' : 'inherit', 'pipe', 'pipe'] });
    let said = '';
    for (const output of [child.stdout, child.stderr])
      output?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    child.on('error', () => done({ code: undefined, said })).on('close', (code) => done({ code, said: said.trim() }));
    child.stdin?.on('error', () => undefined).end(input);
  });

const inTemporary = async <Result>(work: (folder: string) => Promise<Result>): Promise<Result> => {
  const folder = mkdtempSync(join(tmpdir(), 'recapsule-sign-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
