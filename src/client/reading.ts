import { offerCopies } from './copy.ts';
import { listenToKeys } from './keys.ts';
import { showTimes, switchTimes } from './times.ts';
import { closeContents, showWhere } from './where.ts';

const tools = document.getElementById('page.tools');
if (tools) {
  switchTimes(tools);
  offerCopies(tools, document.querySelectorAll('.entries article'));
  // What comes in while the page is open.
  document.addEventListener('recapsule:entries', (event) => {
    if (!(event instanceof CustomEvent)) return;
    const entries: readonly HTMLElement[] = event.detail;
    showTimes(tools);
    offerCopies(tools, entries);
    showWhere();
    closeContents();
  });
}
listenToKeys();
showWhere();
closeContents();
