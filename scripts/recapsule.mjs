#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { start } from './start.mjs';

// The repository has the source. What npm has installed has the program compiled, because Node reads no TypeScript there.
const isSource = existsSync(new URL('./verbs.ts', import.meta.url));

await start(() => import(isSource ? './verbs.ts' : '../lib/program/verbs.mjs'));
