#!/usr/bin/env node
import './node-version.mjs';

// Everything else is imported behind that check: an older Node would stumble over names before it could say so.
const { enableCompileCache } = await import('node:module');
const { fileURLToPath } = await import('node:url');

// Most of the time to start is the compiling of packages that never change.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url)));
process.env.ASTRO_TELEMETRY_DISABLED = '1';
// Pictures are encoded by the threads that Node starts for such work: four, unless it is told before the first of them.
const { availableParallelism } = await import('node:os');
process.env.UV_THREADPOOL_SIZE ??= String(Math.max(4, availableParallelism()));
const { runCommand } = await import('./command-line.ts');
process.exitCode = await runCommand(process.argv.slice(2));
