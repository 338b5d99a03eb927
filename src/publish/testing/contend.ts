import { tryLock } from '../lock.ts';

/**
 * Takes the lock on a file again and again for a second, each time for a moment. Prints when it had it, and when it was
 * refused: pairs of times on the clock that all processes of a machine share.
 */
const file = process.argv[2] ?? '';
const microseconds = (): number => Number(process.hrtime.bigint() / 1000n);
const pass = (most: number): void => {
  const end = microseconds() + Math.random() * most;
  while (microseconds() < end);
};
const held: [number, number][] = [];
const refused: [number, number][] = [];
const end = microseconds() + 1_000_000;
while (microseconds() < end) {
  const start = microseconds();
  const lock = tryLock(file);
  if (lock) pass(30);
  else refused.push([start, microseconds()]);
  lock?.release();
  if (lock) held.push([start, microseconds()]);
  pass(30);
}
console.log(JSON.stringify({ held, refused }));
