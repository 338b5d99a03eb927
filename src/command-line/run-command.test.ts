import { expect, onTestFinished, test, vi } from 'vitest';
import { runCommand } from './run-command.ts';

test.each([
  ['EACCES: permission denied, mkdir /a', 'EACCES', 'Change the rights of that folder, or work in one of your own.'],
  ['EROFS: read-only file system, open /a', 'EROFS', 'Change the rights of that folder, or work in one of your own.'],
  ['ENOSPC: no space left on device, write', 'ENOSPC', 'Make room on that disk.'],
])('"%s" is answered with what to do, and exit code 1', async (message, code, hint) => {
  const print = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => print.mockRestore());
  const run = () => Promise.reject(Object.assign(new Error(message), { code }));
  const program = { name: 'recapsule', verbs: { build: ['Builds.', async () => ({ help: '', run })] } } as const;
  expect(await runCommand(program, ['build'])).toBe(1);
  expect(print.mock.calls).toEqual([[`${message}\n${hint}`]]);
});
