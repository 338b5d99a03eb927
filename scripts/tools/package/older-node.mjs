// Comes before everything else of the compiled program: what older versions of Node do not have.
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);
// All that Node 20 lacks came with one version of its engine, as did this name.
if (!('Iterator' in globalThis)) load('./parts-of-node-22.cjs');
if (!('Temporal' in globalThis)) load('./temporal.cjs');
