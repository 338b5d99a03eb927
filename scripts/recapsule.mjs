#!/usr/bin/env node
import './node-version.mjs';
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Most of the time to start is the compiling of packages that never change.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url)));
process.env.ASTRO_TELEMETRY_DISABLED = '1';
const { runCommand } = await import('./command-line.ts');
process.exitCode = await runCommand(process.argv.slice(2));
