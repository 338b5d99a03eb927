import './node-version.mjs';

/** Runs the command line of a program, which a module exports as `program`. */
export const start = async (load) => {
  // Everything else is imported behind the check of Node's version: an older Node would stumble over names first.
  const { enableCompileCache } = await import('node:module');
  const { availableParallelism } = await import('node:os');
  const { fileURLToPath } = await import('node:url');
  // Most of the time to start is the compiling of packages that never change.
  enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url)));
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  // Pictures are encoded by the threads that Node starts for such work: four, unless it is told before the first of them.
  process.env.UV_THREADPOOL_SIZE ??= String(Math.max(4, availableParallelism()));
  const { program } = await load();
  const { runCommand } = await import('../src/command-line/run-command.ts');
  process.exitCode = await runCommand(program, process.argv.slice(2));
};
