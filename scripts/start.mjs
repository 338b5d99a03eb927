import './node-version.mjs';

/** Runs the command line that a module exports as `run`. */
export const start = async (load) => {
  // Everything else is imported behind the check of Node's version: an older Node would stumble over names first.
  const { existsSync } = await import('node:fs');
  const { enableCompileCache } = await import('node:module');
  const { availableParallelism } = await import('node:os');
  const { join, resolve } = await import('node:path');
  // Most of the time to start is the compiling of packages that never change. Node 20 keeps nothing of it.
  const cache = resolve(process.env.CACHE_DIR || '.cache');
  if (existsSync(cache)) enableCompileCache?.(join(cache, 'node'));
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  // Pictures are encoded by the threads that Node starts for such work: four, unless another number is set before the first of them.
  process.env.UV_THREADPOOL_SIZE ??= String(Math.max(4, availableParallelism()));
  const { run } = await load();
  process.exitCode = await run(process.argv.slice(2));
};
