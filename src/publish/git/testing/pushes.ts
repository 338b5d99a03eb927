import { entryFile } from '../../../../scripts/testing/temporary-content.ts';
import type { Server } from './a-server.ts';

/** Who pushes how often. */
type Burst = { readonly clones: number; readonly pushes: number };

/**
 * Lets clones push one entry after the other, all at the same time; who is late fetches and tries again. Gives what git
 * said of pushes that were refused for another reason, and how many seconds all of it took.
 */
export const pushesFrom = async (
  server: Server,
  { clones, pushes }: Burst,
): Promise<{ readonly refused: readonly string[]; readonly seconds: number }> => {
  const workspaces = [];
  for (let index = 0; index < clones; index += 1) workspaces.push(await server.clone(`burst-${index}`));
  const waiting = Array.from({ length: pushes }, (_, index) => index);
  const refused: string[] = [];
  const started = performance.now();
  await Promise.all(
    workspaces.map(async (workspace) => {
      for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
        const clock = `${String(8 + Math.floor(number / 60)).padStart(2, '0')}:${String(number % 60).padStart(2, '0')}`;
        await workspace.commit({ [`fair/burst-${number}.md`]: entryFile(`Burst ${number}`, `2020-03-03T${clock}`) });
        for (;;) {
          const { code, stderr } = await workspace.push();
          if (code === 0) break;
          if (!/fetch first|non-fast-forward|cannot lock ref|failed to update ref|incorrect old value/.test(stderr)) {
            refused.push(stderr);
            break;
          }
          await workspace.git('pull', '--quiet', '--rebase', 'origin', 'main');
        }
      }
    }),
  );
  return { refused, seconds: (performance.now() - started) / 1000 };
};
