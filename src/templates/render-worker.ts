import { parentPort, workerData } from 'node:worker_threads';
import { openSource } from '../io/content-source.ts';
import { type Answer, eventRenderer, type RenderOrder, type ThreadInput } from './event-renderer.ts';
import { openTemplates } from './open-templates.ts';

// A thread that prints the events it is asked for, one after the other.
const { place, settings, addresses, handling, fingerprints }: ThreadInput = workerData;

const getReady = async () => {
  const source = await openSource(place);
  const templates = () => openTemplates(settings.folder);
  return eventRenderer({ ...settings, source, templates }, addresses, handling, fingerprints);
};
const ready = getReady();

const answer = async ({ folder, isWanted }: RenderOrder): Promise<Answer> => {
  try {
    return await (await ready)(folder, isWanted);
  } catch (fault) {
    if (!(fault instanceof Error)) throw fault;
    const { name, message, stack } = fault;
    return { name, message, stack };
  }
};

let last = Promise.resolve();
parentPort?.on('message', (order: RenderOrder) => {
  last = last.then(async () => parentPort?.postMessage(await answer(order)));
});
