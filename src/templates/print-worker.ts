import { parentPort, workerData } from 'node:worker_threads';
import { openSource } from '../io/content-source.ts';
import { type Answer, eventPrinter, type Order, type ThreadInput } from './event-printer.ts';
import { openPress } from './open-press.ts';

// A thread that prints the events it is asked for, one after the other.
const { place, settings, addresses, handling }: ThreadInput = workerData;

const getReady = async () => {
  const [source, press] = await Promise.all([openSource(place), openPress(settings.key, settings.base)]);
  return eventPrinter({ ...settings, source, press }, addresses, handling);
};
const ready = getReady();

const answer = async ({ folder, isWanted }: Order): Promise<Answer> => {
  try {
    return await (await ready)(folder, isWanted);
  } catch (fault) {
    if (!(fault instanceof Error)) throw fault;
    const { name, message, stack } = fault;
    return { name, message, stack };
  }
};

parentPort?.on('message', async (order: Order) => parentPort?.postMessage(await answer(order)));
