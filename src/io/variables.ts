import { AsyncLocalStorage } from 'node:async_hooks';

/** Environment variables by their names. */
export type Variables = Readonly<Record<string, string | undefined>>;

const said = new AsyncLocalStorage<Variables>();

/** The environment variables that count for this run: those of the process, or what a program that calls us says instead. */
export const variables = (): Variables => said.getStore() ?? process.env;

/** Does some work, for which these variables count. */
export const withVariables = <Result>(own: Variables, work: () => Promise<Result>): Promise<Result> =>
  said.run(own, work);
