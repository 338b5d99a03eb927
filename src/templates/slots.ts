import { availableParallelism } from 'node:os';
import { workerData } from 'node:worker_threads';

/** What a thread is started with; nothing in the thread that starts others. */
const given: { readonly slots?: Int32Array<SharedArrayBuffer> } | null = workerData;

/** How many more cores may get work that also takes much memory: counted together by all threads of a process. */
export const slots: Int32Array<SharedArrayBuffer> =
  given?.slots ?? new Int32Array(new SharedArrayBuffer(4)).fill(availableParallelism());

/** Waits for a core. Whoever has it lets it go by `using`. */
export const takeSlot = async (): Promise<Disposable> => {
  for (;;) {
    const free = Atomics.load(slots, 0);
    if (free > 0 && Atomics.compareExchange(slots, 0, free, free - 1) === free) return { [Symbol.dispose]: release };
    if (free <= 0) await Atomics.waitAsync(slots, 0, free).value;
  }
};

const release = (): void => {
  Atomics.add(slots, 0, 1);
  Atomics.notify(slots, 0, 1);
};
