import { parentPort, workerData } from 'node:worker_threads';
import { type LookInput, look } from './look.ts';

const input: LookInput = workerData;

// A thread that looks at a release, says what it found, and ends.
parentPort?.postMessage(look(input));
