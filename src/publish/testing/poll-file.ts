import { readFileSync } from 'node:fs';

/** Reads a file again and again until its standard input ends. Prints how often it was read, and what was ever in it. */
const path = process.argv[2] ?? '';
const seen = new Set<string>();
let count = 0;
const poll = (): void => {
  for (let round = 0; round < 50; round++) {
    try {
      seen.add(readFileSync(path, 'utf8'));
    } catch (fault) {
      seen.add(String(fault));
    }
    count++;
  }
  next = setImmediate(poll);
};
let next = setImmediate(poll);
process.stdin.resume().on('end', () => {
  clearImmediate(next);
  console.log(JSON.stringify({ count, seen: [...seen].sort() }));
});
console.log('polling');
