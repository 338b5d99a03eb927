import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';

/** Changes one bit in the middle of a file; its size stays. */
export const flip = (path: string): void => {
  const bytes = readFileSync(path);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  touchFile(path);
};

/** Gives a file another time, and leaves its bytes. */
export const touchFile = (path: string): void => utimesSync(path, new Date(), new Date(Date.now() + 5000));

/** Puts an empty folder in the place of whatever is there. */
export const replaceByFolder = (path: string): void => {
  rmSync(path, { recursive: true });
  mkdirSync(path);
};

/** Puts a pipe that nobody writes to in the place of whatever is there: who opens it to read waits for ever. */
export const replaceByPipe = (path: string): void => {
  rmSync(path, { recursive: true });
  execFileSync('mkfifo', [path]);
};

/** Puts a link to a file without an end in the place of whatever is there. */
export const replaceByEndless = (path: string): void => {
  rmSync(path, { recursive: true });
  symlinkSync('/dev/zero', path);
};

/** Puts a link that leads nowhere in the place of whatever is there. */
export const replaceByLink = (path: string): void => {
  rmSync(path, { recursive: true });
  symlinkSync('nowhere', path);
};
