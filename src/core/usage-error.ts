/** Something was asked for in a way that cannot be done. The message says what to do instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Whether a fault is such a one. By its name: templates are compiled with a class of their own. */
export const isUsageError = (fault: unknown): fault is Error => fault instanceof Error && fault.name === 'UsageError';
