import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { anEvent } from '../../core/testing.ts';
import { gala } from './testing.ts';

describe('the event', () => {
  const two = { 'content/flight/event.md': anEvent({ title: 'Flight', starts: '1969-07-16', ends: '1969-07-24' }) };

  test('is the one in whose folder somebody works', async () => {
    const { cwd, run, said } = await gala('inside', two);
    await mkdir(join(cwd, 'content/flight/1969-07-16'));
    const args = ['Lift-off', '--time', '1969-07-16T21:32'];
    expect(await run(args, { cwd: join(cwd, 'content/flight/1969-07-16') })).toBe(0);
    expect(said.printed).toBe('2132-lift-off.md\n');
  });

  test('is asked for where nothing tells it, with the title', async () => {
    const { run, said } = await gala('asked', two);
    const asked: string[] = [];
    const terminal = {
      ask: async (question: string) => {
        asked.push(question);
        return 'A song';
      },
      choose: async (question: string, options: readonly string[]) => {
        asked.push(question, ...options);
        return 1;
      },
      close: () => {},
    };
    const now = Temporal.Instant.from('2020-01-01T00:00:00Z');
    expect(await run([], { now, terminal })).toBe(0);
    expect(asked).toEqual(['Which event?', 'gala: Gala', 'flight: Flight', 'Title']);
    expect(said.printed).toBe('content/flight/2020-01-01/0800-a-song.md\n');
  });

  test('and the title must be given where nobody can be asked', async () => {
    const { run, entries } = await gala('silent', two);
    const now = Temporal.Instant.from('2020-01-01T00:00:00Z');
    await expect(run(['A song'], { now })).rejects.toThrow('Which event is meant? Say so with --event: gala, flight.');
    await expect(run(['A song', '--event', 'gaal'])).rejects.toThrow('Did you mean "gala"?');
    await expect(run([' '])).rejects.toThrow('An entry needs a title');
    await expect(run(['A', 'song'])).rejects.toThrow('Unexpected "song" behind the title');
    expect(await entries()).toEqual(['flight/event.md', 'gala/event.md']);
  });
});
