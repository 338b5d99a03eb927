import { expect, onTestFinished, test } from 'vitest';
import { listen } from './listen.ts';
import { sayWhere } from './say-where.ts';

const open = async (port: number) => {
  const listening = await listen((_request, response) => response.end('here'), { port, isOpen: false });
  onTestFinished(listening.stop);
  return listening;
};

test('where a port is in use, the next one that is free is taken and named', async () => {
  const first = await open(0);
  const second = await open(first.port);
  expect(second.port).toBeGreaterThan(first.port);
  expect(await (await fetch(String(second.origins[0]))).text()).toBe('here');
  expect(sayWhere('Serving dist', second, { port: first.port, base: '/kept/' })).toBe(
    `Port ${first.port} is in use: taking ${second.port}.\nServing dist at http://localhost:${second.port}/kept/\nPress Ctrl+C to stop.`,
  );
  expect(sayWhere('Serving dist', first, { port: 0, base: '/' })).toBe(
    `Serving dist at http://localhost:${first.port}/\nPress Ctrl+C to stop.`,
  );
});
