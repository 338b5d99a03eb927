/** Where progress is written, and how often: a terminal sees one line change, a log gets a line now and then. */
type ProgressOutput = { readonly isTTY?: boolean; readonly write: (text: string) => unknown };

/** How far a long work is. */
type Progress = Disposable & { readonly step: () => void };

/** Work that is done sooner is not worth a word. */
const patience = 1500;
const pause = { terminal: 200, log: 15_000 };

/** Says on the standard error how many of so many things are done, as soon as that takes a while. */
export const showProgress = (what: string, total: number, output: ProgressOutput = process.stderr): Progress => {
  const every = output.isTTY ? pause.terminal : pause.log;
  let next = performance.now() + (output.isTTY ? patience : pause.log);
  let done = 0;
  let hasSpoken = false;
  const say = (): void => {
    output.write(output.isTTY ? `\r\u001B[K${what}: ${done} of ${total}` : `${what}: ${done} of ${total}\n`);
    hasSpoken = true;
  };
  return {
    step: () => {
      done += 1;
      if (performance.now() < next) return;
      say();
      next = performance.now() + every;
    },
    [Symbol.dispose]: () => {
      if (hasSpoken && output.isTTY) output.write('\r\u001B[K');
    },
  };
};
