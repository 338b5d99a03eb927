/** Something was asked for in a way that cannot be done. The message says what to do instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
