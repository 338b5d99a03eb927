import { UsageError } from '../core/usage-error.ts';

/** Where `dev` and `preview` listen unless an option says otherwise. */
const usualPort = 4321;

/** A port from the command line. */
export const readPort = (text: string | undefined): number => {
  if (text === undefined) return usualPort;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`"${text}" is no port: write a number from 0 to 65535.`);
};
