import { offerCopies } from './copy.ts';
import { listenToKeys } from './keys.ts';
import { landExactly } from './land.ts';
import { switchTimes } from './times.ts';
import { closeContents, showWhere } from './where.ts';

const tools = document.getElementById('page.tools');
if (tools) {
  switchTimes(tools);
  offerCopies(tools);
}
listenToKeys();
showWhere();
closeContents();
landExactly();
