import type { LiveNews } from '../core/live-file.ts';
import { holdStill } from './hold-still.ts';
import { type Inserted, insertEntries } from './insert-entries.ts';
import { say } from './say.ts';
import { takeAround } from './take-around.ts';
import { dropWithdrawn, versionsHere, withdrawnHere } from './withdrawn.ts';

/** How often an open page asks, in milliseconds. */
const pause = 30_000;

/**
 * Looks for news while the page is seen. What has been withdrawn goes at once; new entries and corrections are offered, and
 * come when the reader wants them.
 */
const followLive = (panel: HTMLElement): void => {
  const { file = '', until = '', withdrawn = '' } = panel.dataset;
  const offer = offerOn(panel);
  let asked = Date.now();
  const look = async (): Promise<void> => {
    if (document.visibilityState !== 'visible' || Date.now() - asked < pause - 1000) return;
    if (Date.now() > Number(until)) return stop();
    asked = Date.now();
    // A reader on the way loses the network now and then: the next time will do.
    const answer = await fetch(file, { cache: 'no-cache' }).catch(() => undefined);
    // The event is over, and its last build has no such file any more.
    if (answer && !answer.ok && answer.status < 500) return stop();
    const news = answer?.ok ? newsIn(await answer.json()) : undefined;
    if (!news) return;
    const gone = withdrawnHere(news, file);
    if (gone.length > 0) {
      const newer = await fetchPage();
      holdStill(() => announce(dropWithdrawn(gone, news, newer, withdrawn)));
      report(panel, withdrawn);
    }
    offer(offerFor(panel, news));
  };
  const timer = setInterval(look, pause);
  document.addEventListener('visibilitychange', look);
  const stop = (): void => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  };
};

/** What an answer says; nothing where it is none. Files of earlier releases have the entries alone. */
const newsIn = (value: unknown): LiveNews | undefined => {
  if (typeof value !== 'object' || value === null || !('entries' in value) || !Array.isArray(value.entries))
    return undefined;
  return { versions: {}, withdrawn: [], ...value, entries: value.entries };
};

/** The page of an entry that has been withdrawn has no other place for it. */
const report = (panel: HTMLElement, text: string): void => {
  if (document.getElementById('page.status')) {
    say(text);
    return;
  }
  const line = document.createElement('span');
  line.textContent = text;
  panel.replaceChildren(line);
};

/** Gives what puts an offer on the button of the panel, or takes it away where the text is empty. */
const offerOn = (panel: HTMLElement): ((text: string) => void) => {
  let offered = '';
  const button = document.createElement('button');
  button.type = 'button';
  button.addEventListener('click', async () => {
    if (await takeNews(panel)) offered = '';
  });
  return (text) => {
    if (text === offered) return;
    offered = text;
    if (text === '') panel.replaceChildren();
    else button.textContent = text;
    if (text === '' || button.isConnected) return;
    const hadFocus = panel.contains(document.activeElement);
    panel.replaceChildren(button);
    if (hadFocus) button.focus({ preventScroll: true });
  };
};

/** Puts new and changed entries on the page, with a link to the oldest of them. False where the newer page cannot be had. */
const takeNews = async (panel: HTMLElement): Promise<boolean> => {
  const newer = await fetchPage();
  if (!newer) return false;
  const { read = '', changes = '' } = panel.dataset;
  let inserted: Inserted = { added: [], changed: [] };
  holdStill(() => {
    inserted = insertEntries(newer);
    takeAround(newer);
    takeContents(newer);
    announce([...inserted.added, ...inserted.changed]);
  });
  const { added, changed } = inserted;
  const link = document.createElement('a');
  link.href = `#${(oldestOf(added.length > 0 ? added : changed) ?? document.querySelector('main'))?.id}`;
  link.textContent = added.length > 0 ? read : changes;
  link.addEventListener('click', () => panel.replaceChildren());
  panel.replaceChildren(link);
  link.focus({ preventScroll: true });
  return true;
};

/** How many entries are new or have changed, in words; nothing where none are. Only the newest part of a timeline counts new ones. */
const offerFor = (panel: HTMLElement, { entries, versions }: LiveNews): string => {
  const { one = '', many = '', changedOne = '', changedMany = '', comma = '' } = panel.dataset;
  const count = (number: number, single: string, several: string): string =>
    number === 1 ? single : several.replace('#', String(number));
  const added = document.querySelector('[data-follow]') ? entries.filter((slug) => !document.getElementById(slug)) : [];
  const changed = [...versionsHere()].filter(([slug, { version }]) => version !== (versions[slug] ?? version));
  return [
    ...(added.length > 0 ? [count(added.length, one, many)] : []),
    ...(changed.length > 0 ? [count(changed.length, changedOne, changedMany)] : []),
  ].join(comma);
};

/** This page as it is published now. */
const fetchPage = async (): Promise<Document | undefined> => {
  const answer = await fetch(location.pathname, { cache: 'no-cache' }).catch(() => undefined);
  return answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : undefined;
};

/** The list of days and milestones belongs to the list of entries; its place among them stays. */
const takeContents = (newer: Document): void => {
  const [own, next] = [document, newer].map((page) => page.getElementById('page.contents'));
  if (own && next) own.replaceChildren(...next.children);
  else if (own) own.parentElement?.remove();
  else if (next) document.querySelector('.entries')?.prepend(document.importNode(next.parentElement ?? next, true));
};

/** Lets the other scripts of the page have a hand in entries that have come in. */
const announce = (entries: readonly HTMLElement[]): void => {
  document.dispatchEvent(new CustomEvent('recapsule:entries', { detail: entries }));
};

/** The oldest of some entries is the one beside those that have been read. */
const oldestOf = (entries: readonly Element[]): Element | undefined => {
  const timeOf = (entry: Element): number =>
    Date.parse(entry.querySelector('time')?.dateTime ?? '') || Number.POSITIVE_INFINITY;
  return entries.toSorted((a, b) => timeOf(a) - timeOf(b))[0];
};

const panel = document.getElementById('page.live');
if (panel) followLive(panel);
