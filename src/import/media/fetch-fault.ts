/**
 * Why something could not be fetched. The message is for people: one or more sentences of which the first begins small,
 * because it follows a colon. It holds nothing that a server wrote and a terminal would obey.
 */
export class FetchFault extends Error {
  override readonly name = 'FetchFault';
}
