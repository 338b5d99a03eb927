import { tryLock } from '../lock.ts';

/** Takes the lock on the file that is named, says so, and holds it until the process ends. */
const held = tryLock(process.argv[2] ?? '');
console.log(held ? 'held' : 'refused');
setInterval(() => held, 1000);
