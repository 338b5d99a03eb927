import { queriesFor } from '../core/search-words.ts';
import { kept } from './keep.ts';
import { type Found, type FoundEntry, openSearch, type Search } from './pagefind.ts';
import { say } from './say.ts';
import { type FoundEvent, showFound } from './show-found.ts';

/** How many results are shown at once, and how long is waited for the next letter, in milliseconds. */
const atOnce = 10;
const pause = 200;

/** What was asked for in the words of the index, all that was found, and the first of it. */
type Answer = { readonly words: string; readonly found: readonly Found[]; readonly first: readonly FoundEntry[] };

/** How many results were shown, and how far the page was scrolled, when a reader went to one of them. */
type Left = { readonly shown: number; readonly top: number };

const leftAt = (state: unknown): Left | undefined =>
  typeof state === 'object' &&
  state !== null &&
  'shown' in state &&
  'top' in state &&
  typeof state.shown === 'number' &&
  typeof state.top === 'number'
    ? { shown: state.shown, top: state.top }
    : undefined;

const form = document.getElementById('page.search');
const field = document.getElementById('page.query');
const list = document.getElementById('page.results');
const more = document.getElementById('page.more');

const start = (form: HTMLFormElement, field: HTMLInputElement, list: HTMLElement, more: HTMLElement): void => {
  const { none = '', one = '', many = '', wait = '', failed = '', indexes: all = '[]' } = form.dataset;
  const indexes = JSON.parse(all) as readonly { index: string; below?: string; of?: FoundEvent }[];
  const eventOf = (url: string): FoundEvent | undefined =>
    indexes.find(({ below }) => below && url.startsWith(below))?.of;
  let left = leftAt(history.state);
  let opened: Promise<Search> | undefined;
  let asked = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const open = (): Promise<Search> => {
    opened ??= openSearch(indexes.map(({ index }) => index));
    return opened;
  };

  /** What is found, with the first results. A publish may have replaced the index that was opened: then the new one is asked. */
  const search = async (query: string, isAgain = false): Promise<Answer> => {
    try {
      const ask = await open();
      let answer: Pick<Answer, 'words' | 'found'> = { words: '', found: [] };
      for (const queries of queriesFor(query))
        if (answer.found.length === 0) answer = { words: queries.join(' '), found: await ask(queries) };
      return {
        ...answer,
        first: await Promise.all(answer.found.slice(0, left?.shown ?? atOnce).map(({ data }) => data())),
      };
    } catch (fault) {
      opened = undefined;
      if (isAgain) throw fault;
      return search(query, true);
    }
  };

  const look = async (): Promise<void> => {
    const query = field.value.trim();
    if (query === asked) return;
    asked = query;
    const address = new URL(location.href);
    if (query === '') address.searchParams.delete('q');
    else address.searchParams.set('q', query);
    history.replaceState(null, '', address);
    document.getElementById('page.index')?.toggleAttribute('hidden', query !== '');
    if (query === '') {
      list.replaceChildren();
      more.hidden = true;
      return say('');
    }
    const waiting = setTimeout(() => say(wait), 500);
    try {
      const { words, found, first } = await search(query);
      const show = (entry: FoundEntry): HTMLElement => showFound(entry, words, eventOf(entry.url));
      // Somebody has typed on meanwhile.
      if (query !== asked) return;
      list.replaceChildren(...first.map(show));
      if (left) scrollTo({ top: left.top, behavior: 'instant' });
      left = undefined;
      more.hidden = found.length <= list.childElementCount;
      more.onclick = async () => {
        const from = list.childElementCount;
        const next = await Promise.all(found.slice(from, from + atOnce).map(({ data }) => data()));
        if (query !== asked) return;
        const items = next.map(show);
        list.append(...items);
        more.hidden = found.length <= list.childElementCount;
        items[0]?.querySelector('a')?.focus();
      };
      say(found.length === 0 ? none : found.length === 1 ? one : many.replace('#', String(found.length)));
    } catch {
      asked = '';
      list.replaceChildren();
      document.getElementById('page.index')?.removeAttribute('hidden');
      say(failed);
    } finally {
      clearTimeout(waiting);
    }
  };

  list.addEventListener('click', () => {
    history.replaceState({ shown: list.childElementCount, top: scrollY }, '');
  });
  field.addEventListener('focus', () => void open().catch(() => {}), { once: true });
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(look, pause);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    void look();
  });
  addEventListener('keydown', (event) => {
    const { key, target, altKey, ctrlKey, metaKey } = event;
    if (key !== '/' || altKey || ctrlKey || metaKey || target === field || kept('keys') === 'off') return;
    event.preventDefault();
    field.focus();
  });
  field.value = new URL(location.href).searchParams.get('q') ?? field.value;
  void look();
};

if (form instanceof HTMLFormElement && field instanceof HTMLInputElement && list && more)
  start(form, field, list, more);
