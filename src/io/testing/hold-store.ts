import { DatabaseSync } from 'node:sqlite';

// Keeps a store to itself, in the middle of writing more than fits into memory, until it is killed.
const [file = ''] = process.argv.slice(2);
const database = new DatabaseSync(file);
database.exec('PRAGMA cache_size = 10; BEGIN EXCLUSIVE; UPDATE kept SET value = zeroblob(LENGTH(value))');
process.stdout.write('held\n');
setInterval(() => {}, 1000);
