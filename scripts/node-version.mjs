// Plain JavaScript that any Node can read: it says so where the Node that Recapsule needs did not arrive.
import { existsSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
// The repository runs from its source, which only Node 26 can: it brings that along.
const isSource = existsSync(new URL('./verbs.ts', import.meta.url));
const refuse = (needed, how) => {
  console.error(`Recapsule needs Node ${needed}, and this is Node ${process.versions.node}: ${how}`);
  process.exit(1);
};
if (isSource && major < 26)
  refuse('26', 'run it through npm after "npm ci" without --ignore-scripts, which brings Node 26 along.');
if (major < 20 || (major === 20 && minor < 19)) refuse('20.19 or later', 'install a newer one from nodejs.org.');
