import { spawn } from 'node:child_process';
import { UsageError } from '../../core/usage-error.ts';

/**
 * Opens a file in the editor that `VISUAL` or `EDITOR` names, and waits until it is closed. As with git the shell reads
 * the name, so that it may have options and quotes. Throws `UsageError` where there is none, or it fails.
 */
export const openEditor = async (
  path: string,
  variables: Readonly<Record<string, string | undefined>>,
): Promise<void> => {
  const editor = variables['VISUAL'] || variables['EDITOR'];
  if (!editor) throw new UsageError(`${path} is written, but no editor is known: name one with VISUAL or EDITOR.`);
  const code = await new Promise<number | null>((resolve, reject) => {
    // The standard output of the command is for the path alone.
    const stdio = ['inherit', process.stdout.isTTY ? 'inherit' : 2, 'inherit'] as const;
    const child =
      process.platform === 'win32'
        ? spawn(`${editor} "${path}"`, { shell: true, stdio: [...stdio] })
        : spawn('sh', ['-c', `${editor} "$@"`, editor, path], { stdio: [...stdio] });
    child.on('error', reject).on('close', resolve);
  });
  if (code !== 0) throw new UsageError(`${path} is written, but the editor "${editor}" ended with code ${code}.`);
};
