import { parentPort, workerData } from 'node:worker_threads';
import { openSource } from '../../src/io/content-source.ts';
import { beginPrinting } from './begin-printing.ts';
import { eventPrinter } from './event-printer.ts';
import type { Answer, Order, ThreadInput } from './print-by-threads.ts';

// A thread that prints the events it is asked for, one after the other.
const { place, addresses, handling } = workerData as ThreadInput;
const ready = openSource(place)
  .then(beginPrinting)
  .then((begun) => eventPrinter(begun, addresses, handling));

const answer = async ({ folder, isWanted }: Order): Promise<Answer> => {
  try {
    return await (await ready)(folder, isWanted);
  } catch (fault) {
    if (!(fault instanceof Error)) throw fault;
    return {
      name: fault.name,
      message: ['PublishFault', 'GitFault'].includes(fault.name) ? fault.message : `${fault.stack}`,
    };
  }
};

parentPort?.on('message', async (order: Order) => parentPort?.postMessage(await answer(order)));
