import type { Listening } from './listen.ts';

/** What a person reads when a server listens: where to look, and that this is another port than the one that was asked for. */
export const sayWhere = (
  what: string,
  { port, origins }: Pick<Listening, 'port' | 'origins'>,
  { port: asked, base }: { readonly port: number; readonly base: string },
): string =>
  [
    ...(asked === port || asked === 0 ? [] : [`Port ${asked} is in use: taking ${port}.`]),
    `${what} at ${origins.map((origin) => origin + base).join(' and ')}`,
    'Press Ctrl+C to stop.',
  ].join('\n');
