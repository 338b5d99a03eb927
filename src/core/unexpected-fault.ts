/** Something went wrong that nobody has foreseen. The message says what could not be made; below it the stack has what went wrong. */
export class UnexpectedFault extends Error {
  override readonly name = 'UnexpectedFault';

  constructor(message: string, below?: string) {
    super(message);
    if (below !== undefined) this.stack = `${message}\n${below}`;
  }
}

/** Whether a fault is such a one. By its name: templates are compiled with a class of their own. */
export const isUnexpected = (fault: unknown): fault is Error =>
  fault instanceof Error && fault.name === 'UnexpectedFault';

/** A fault that says what could not be made: itself, where it says already what has to be done. */
export const explainUnexpected = (fault: unknown, what: string): unknown => {
  if (!(fault instanceof Error)) return new UnexpectedFault(`${what} cannot be made: ${String(fault)}`);
  return foreseen.has(fault.name) || 'syscall' in fault
    ? fault
    : new UnexpectedFault(`${what} cannot be made: ${fault}`, fault.stack);
};

const foreseen: ReadonlySet<string> = new Set([
  'UnexpectedFault',
  'UsageError',
  'ContentRefused',
  'PageTooLarge',
  'PublishFault',
  'GitFault',
]);

/** Does a work, and says of what it was where it fails. */
export const naming = <Result>(what: string, work: () => Result): Result => {
  try {
    return work();
  } catch (fault) {
    throw explainUnexpected(fault, what);
  }
};
