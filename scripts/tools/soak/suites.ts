import { costSuite } from './cost/cost-suite.ts';
import { eventsSuite } from './events/events-suite.ts';
import { importSuite } from './import/import-suite.ts';
import { damagesSuite } from './publish/damages-suite.ts';
import { historiesSuite } from './publish/histories-suite.ts';
import { publishSuite } from './publish/publish-suite.ts';
import { pushesSuite } from './publish/pushes-suite.ts';
import { readersSuite } from './publish/readers-suite.ts';
import type { Suite } from './suite.ts';

/** Everything that can be soaked, in the order in which it is. */
export const suites: readonly Suite[] = [
  importSuite,
  eventsSuite,
  costSuite,
  historiesSuite,
  publishSuite,
  damagesSuite,
  readersSuite,
  pushesSuite,
];
