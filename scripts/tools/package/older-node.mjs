// Comes before everything else of the compiled program: what Node 22 and 24 do not have.
import { createRequire } from 'node:module';

if (!('Temporal' in globalThis)) createRequire(import.meta.url)('./temporal.cjs');
