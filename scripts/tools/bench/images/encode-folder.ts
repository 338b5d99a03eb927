import { availableParallelism } from 'node:os';

// As the command line does, before the first of Node's threads starts.
process.env['UV_THREADPOOL_SIZE'] ??= String(Math.max(4, availableParallelism()));
const { encodeFolder } = await import('./ways.ts');

/** Encodes the pictures of a folder in one of the ways that are compared, as a process of its own. */
const [way = '', formats = '', source = '', target = ''] = process.argv.slice(2);
await encodeFolder(way, formats, source, target);
