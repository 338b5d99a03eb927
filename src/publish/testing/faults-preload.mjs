/**
 * Read before a program (`node --import`): counts the calls of node:fs by which it changes files below a folder, and lets
 * one of them go wrong. By the environment: `FAULT_BELOW` the folder, `FAULT_REPORT` a file for what happened, and, to
 * let something go wrong, `FAULT_KIND` and `FAULT_AT`, counted from 1. Calls by other ways than node:fs, by workers and by
 * file handles of node:fs/promises are not seen.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { resolve } from 'node:path';

const { FAULT_BELOW: below, FAULT_REPORT: report, FAULT_KIND: kind, FAULT_AT: at } = process.env;
// The first process is the one: what it starts runs undisturbed.
for (const name of ['BELOW', 'REPORT', 'KIND', 'AT']) delete process.env[`FAULT_${name}`];

/** Calls that need space, with the number of the argument that is their path, and those that do not. */
const growing = {
  open: 0,
  write: 0,
  writev: 0,
  writeFile: 0,
  appendFile: 0,
  mkdir: 0,
  mkdtemp: 0,
  symlink: 1,
  link: 1,
  copyFile: 1,
  cp: 1,
  rename: 1,
};
const others = { unlink: 0, rm: 0, rmdir: 0, truncate: 0, ftruncate: 0, fsync: 0, fdatasync: 0, chmod: 0, utimes: 0 };
/** Errors that go on: a full disk for what needs space, a read-only one for everything. */
const lasting = { ENOSPC: growing, EROFS: { ...growing, ...others } };
const texts = { ENOSPC: 'no space left on device', EIO: 'i/o error', EROFS: 'read-only file system' };

const original = { ...fs };
const calls = [];
const opened = new Map();
let struck = false;

const pathOf = (value) =>
  typeof value === 'number' ? opened.get(value) : resolve(String(value instanceof URL ? value.pathname : value));

const isReading = (name, args) => name === 'open' && !/[wa+]/.test(String(args[1] ?? 'r'));

/** What shall happen to a call: nothing, or a kind of fault. */
const judge = (name, args) => {
  const path = pathOf(args[{ ...growing, ...others }[name]]);
  if (path === undefined || !`${path}/`.startsWith(`${below}/`) || isReading(name, args)) return undefined;
  if (struck) return lasting[kind] && name in lasting[kind] ? { path } : undefined;
  calls.push({ name, path });
  if (kind === undefined || calls.length !== Number(at)) return undefined;
  struck = true;
  original.writeFileSync(report, JSON.stringify({ calls, struck }));
  return { path };
};

const faultOf = (name, path) =>
  Object.assign(new Error(`${kind}: ${texts[kind]}, ${name} '${path}'`), { code: kind, syscall: name, path });

/** Half of what is being written reaches the disk. */
const writeHalf = (name, args) => {
  if (name !== 'writeFile' && name !== 'write') return;
  const bytes = Buffer.from(args[1]);
  const half = bytes.subarray(0, bytes.length >> 1);
  if (name === 'write') original.writeSync(args[0], half);
  else original.writeFileSync(args[0], half, args[2]);
};

const kill = () => process.kill(process.pid, 'SIGKILL');

/** Calls with what stands for the call: `go` does it, `fail` gives an error in its form, `after` waits for its end. */
const perform = (name, args, { go, fail, after }) => {
  const fault = judge(name, args);
  if (!fault) return go();
  if (kind === 'kill-before') kill();
  if (kind === 'kill-amid') {
    writeHalf(name, args);
    kill();
  }
  if (kind === 'kill-after') return after(kill);
  if (kind === 'ENOSPC') writeHalf(name, args);
  return fail(faultOf(name, fault.path));
};

const remember = (name, args, result) => {
  if (name === 'open' && typeof result === 'number') opened.set(result, pathOf(args[0]));
  return result;
};

const patchSync =
  (name, call) =>
  (...args) =>
    perform(name, args, {
      go: () => remember(name, args, call(...args)),
      fail: (fault) => {
        throw fault;
      },
      after: (then) => {
        call(...args);
        then();
      },
    });

const patchCallback =
  (name, call) =>
  (...args) => {
    const last = args.at(-1);
    if (typeof last !== 'function') return call(...args);
    const given = args.slice(0, -1);
    return perform(name, given, {
      go: () => call(...given, (fault, ...results) => last(fault, ...results.map((one) => remember(name, given, one)))),
      fail: (fault) => void process.nextTick(last, fault),
      after: (then) => call(...given, then),
    });
  };

const patchPromise =
  (name, call) =>
  async (...args) =>
    perform(name, args, {
      go: () => call(...args),
      fail: (fault) => {
        throw fault;
      },
      after: (then) => call(...args).then(then),
    });

if (below !== undefined && report !== undefined) {
  const promises = { ...fs.promises };
  for (const name of Object.keys({ ...growing, ...others })) {
    fs[`${name}Sync`] = patchSync(name, original[`${name}Sync`]);
    fs[name] = patchCallback(name, original[name]);
    if (promises[name]) fs.promises[name] = patchPromise(name, promises[name]);
  }
  syncBuiltinESMExports();
  process.on('exit', () => original.writeFileSync(report, JSON.stringify({ calls, struck })));
}
