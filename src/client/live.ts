import { insertEntries } from './insert-entries.ts';

/** How often an open timeline asks, in milliseconds. */
const pause = 30_000;

/** Looks for new entries while the page is seen, offers them, and inserts them when the reader wants them. */
const followLive = (panel: HTMLElement): void => {
  const { file = '', until = '', one = '', many = '', read = '' } = panel.dataset;
  let asked = Date.now();
  let offered = 0;

  const look = async (): Promise<void> => {
    if (document.visibilityState !== 'visible' || Date.now() - asked < pause - 1000) return;
    if (Date.now() > Number(until)) return stop();
    asked = Date.now();
    // A reader on the way loses the network now and then: the next time will do.
    const answer = await fetch(file, { cache: 'no-cache' }).catch(() => undefined);
    // The event is over, and its last build has no such file any more.
    if (answer && !answer.ok && answer.status < 500) return stop();
    if (!answer?.ok) return;
    const { entries } = (await answer.json()) as { entries: readonly string[] };
    offer(entries.filter((slug) => !document.getElementById(slug)).length);
  };

  const offer = (count: number): void => {
    if (count === offered) return;
    offered = count;
    if (count === 0) panel.replaceChildren();
    else button.textContent = count === 1 ? one : many.replace('#', String(count));
    if (count === 0 || button.isConnected) return;
    const hadFocus = panel.contains(document.activeElement);
    panel.replaceChildren(button);
    if (hadFocus) button.focus({ preventScroll: true });
  };

  const insert = async (): Promise<void> => {
    const answer = await fetch(location.pathname, { cache: 'no-cache' }).catch(() => undefined);
    if (!answer?.ok) return;
    const added = insertEntries(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    offered = 0;
    document.dispatchEvent(new CustomEvent('recapsule:entries', { detail: added }));
    const oldest = oldestOf(added);
    if (!oldest) {
      panel.replaceChildren();
      return;
    }
    const link = document.createElement('a');
    link.href = `#${oldest.id}`;
    link.textContent = read;
    link.addEventListener('click', () => panel.replaceChildren());
    panel.replaceChildren(link);
    link.focus({ preventScroll: true });
  };

  const button = document.createElement('button');
  button.type = 'button';
  button.addEventListener('click', insert);
  const timer = setInterval(look, pause);
  document.addEventListener('visibilitychange', look);
  const stop = (): void => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  };
};

/** The oldest of some entries is the one beside those that have been read. */
const oldestOf = (entries: readonly Element[]): Element | undefined => {
  const timeOf = (entry: Element): number =>
    Date.parse(entry.querySelector('time')?.dateTime ?? '') || Number.POSITIVE_INFINITY;
  return entries.toSorted((a, b) => timeOf(a) - timeOf(b))[0];
};

const panel = document.getElementById('page.live');
if (panel) followLive(panel);
