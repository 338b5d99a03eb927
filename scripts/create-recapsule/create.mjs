#!/usr/bin/env node
// Runs "recapsule init" of the same version: npm create recapsule@latest my-archive -- --language de
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));
const args = process.argv.slice(2);
// A packed file that the archive is to use also makes it.
const from = args.flatMap(
  (arg, index) => (arg === '--from' ? args[index + 1] : arg.match(/^--from=(.+)/s)?.[1]) ?? [],
)[0];
const wanted = from === undefined ? `recapsule@${version}` : `file:${resolve(from)}`;
const init = ['exec', '--yes', `--package=${wanted}`, '--', 'recapsule', 'init', ...args];
// By its own file, npm needs no shell, which would read blanks and quotation marks once more.
const npm = process.env.npm_execpath?.match(/npm-cli\.[cm]?js$/) ? process.env.npm_execpath : undefined;
const child = npm
  ? spawn(process.execPath, [npm, ...init], { stdio: 'inherit' })
  : spawn('npm', init, { stdio: 'inherit', shell: process.platform === 'win32' });
child.on('error', (fault) => {
  console.error(`npm could not be started: ${fault.message}`);
  process.exitCode = 1;
});
child.on('close', (code) => {
  process.exitCode = code ?? 1;
});
