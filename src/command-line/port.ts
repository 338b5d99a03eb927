import { UsageError } from '../core/usage-error.ts';

/** A port from the command line, for Astro's `server` settings; nothing where none was given. */
export const readPort = (text: string | undefined): { port?: number } => {
  if (text === undefined) return {};
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return { port };
  throw new UsageError(`"${text}" is no port: write a number from 0 to 65535.`);
};
