import { queriesFor } from '../core/search-words.ts';
import { kept } from './keep.ts';
import { type Found, type FoundEntry, openSearch, type Search, type SearchAccess } from './pagefind.ts';
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

/** The address below which entries and their index are, and where several are looked through, of which event. */
type Index = { readonly below: string; readonly of?: FoundEvent };

/** Where a search finds its indexes, and how addresses of the site are written on its page. */
export type SearchPlace = {
  readonly files: SearchAccess;
  /** The path in the site to which a link leads. */
  readonly pathOf: (link: HTMLAnchorElement) => string;
  /** The link that leads to a path in the site. */
  readonly linkTo: (path: string) => string;
};

/** The elements of a search; `wider` leads from titles to texts, where titles are looked through first. */
type Page = {
  readonly form: HTMLFormElement;
  readonly field: HTMLInputElement;
  readonly list: HTMLElement;
  readonly more: HTMLElement;
  readonly wider: HTMLElement | null;
};

/** What results may be of, and how they are linked. */
type Around = Pick<SearchPlace, 'linkTo'> & { readonly indexes: readonly Index[] };

/** What is looked through: all texts, or only the titles of all entries. */
type Scope = ReturnType<typeof searchOf> & { readonly isWide: boolean };

const start = (page: Page, place: SearchPlace): void => {
  const { engine = '', below = '', title, titles } = page.form.dataset;
  const here = { below, ...(title && { of: { event: title, language: '', direction: '' } }) };
  // Below the address of an event lies no page of the archive's own.
  const indexes = [...eventsOnPage(place), here];
  const folders = indexes.map((index) => `${index.below}search/pagefind/`);
  const texts = { isWide: true, ...searchOf(place, engine, folders) };
  const first = titles ? { isWide: false, ...searchOf(place, engine, [titles]) } : texts;
  const scope = (): Scope => (new URL(location.href).searchParams.has('texts') ? texts : first);
  const look = lookOn(page, { indexes, linkTo: place.linkTo }, scope);
  page.field.addEventListener(
    'focus',
    () =>
      void scope()
        .open()
        .catch(() => {}),
    { once: true },
  );
  listen(page, look);
  page.field.value = new URL(location.href).searchParams.get('q') ?? page.field.value;
  void look();
};

const linksToEvents = (): NodeListOf<HTMLAnchorElement> => document.querySelectorAll('#page\\.index h3 a');

/** The events that the page lists, with their languages. */
const eventsOnPage = ({ pathOf }: SearchPlace): readonly Index[] =>
  Array.from(linksToEvents(), (link) => {
    const { lang: language = '', dir: direction = '' } = link.closest('section') ?? {};
    return {
      below: pathOf(link).replace(/search\/$/, ''),
      of: { event: link.textContent, language, direction },
    };
  });

/** Finds entries, the first `most` of them with what is shown of them. The indexes in the folders are opened when they are needed. */
const searchOf = ({ files }: SearchPlace, engine: string, folders: readonly string[]) => {
  let opened: Promise<Search> | undefined;
  const open = (): Promise<Search> => {
    opened ??= openSearch(files, engine, folders);
    return opened;
  };
  const search = async (query: string, most: number, isAgain = false): Promise<Answer> => {
    try {
      const ask = await open();
      let answer: Pick<Answer, 'words' | 'found'> = { words: '', found: [] };
      for (const queries of queriesFor(query))
        if (answer.found.length === 0) answer = { words: queries.join(' '), found: await ask(queries) };
      return { ...answer, first: await Promise.all(answer.found.slice(0, most).map(({ data }) => data())) };
    } catch (fault) {
      // A publish may have replaced the index that was opened: then the new one is asked.
      opened = undefined;
      if (isAgain) throw fault;
      return search(query, most, true);
    }
  };
  return { open, search };
};

/** Gives what looks for the text in the field and shows what is found, unless somebody has typed on meanwhile. */
const lookOn = (page: Page, around: Around, scopeNow: () => Scope) => {
  const { wait = '', failed = '' } = page.form.dataset;
  let left = leftAt(history.state);
  let asked = '';
  return async (): Promise<void> => {
    const query = page.field.value.trim();
    const { isWide, search } = scopeNow();
    const wanted = query && `${isWide} ${query}`;
    if (wanted === asked) return;
    asked = wanted;
    showQuery(query, isWide);
    if (query === '') return clear(page, '');
    const waiting = setTimeout(() => say(wait), 500);
    try {
      const answer = await search(query, left?.shown ?? atOnce);
      if (wanted !== asked) return;
      showAnswer(page, around, answer, () => wanted === asked);
      showScope(page, isWide, answer.found.length);
      if (left) scrollTo({ top: left.top, behavior: 'instant' });
      left = undefined;
    } catch {
      asked = '';
      document.getElementById('page.index')?.removeAttribute('hidden');
      clear(page, failed);
    } finally {
      clearTimeout(waiting);
    }
  };
};

/**
 * Puts the query into the address, and hides the index of the page behind results. Where the texts of its events have not been
 * looked through, it stays, and leads to the search in each.
 */
const showQuery = (query: string, isWide: boolean): void => {
  const address = new URL(location.href);
  if (query === '') address.searchParams.delete('q');
  else address.searchParams.set('q', query);
  history.replaceState(null, '', address);
  document.getElementById('page.index')?.toggleAttribute('hidden', query !== '' && isWide);
  for (const link of linksToEvents()) link.search = query === '' ? '' : `${new URLSearchParams({ q: query })}`;
};

const clear = ({ list, more, wider }: Page, text: string): void => {
  list.replaceChildren();
  more.hidden = true;
  if (wider) wider.hidden = true;
  say(text);
};

const showAnswer = (page: Page, { indexes, linkTo }: Around, answer: Answer, isCurrent: () => boolean): void => {
  const { list, more } = page;
  const { words, found, first } = answer;
  const show = (entry: FoundEntry): HTMLElement =>
    showFound(
      { ...entry, url: linkTo(entry.url) },
      words,
      indexes.find(({ below }) => entry.url.startsWith(below))?.of,
    );
  list.replaceChildren(...first.map(show));
  more.hidden = found.length <= list.childElementCount;
  more.onclick = async () => {
    const from = list.childElementCount;
    const next = await Promise.all(found.slice(from, from + atOnce).map(({ data }) => data()));
    if (!isCurrent()) return;
    const items = next.map(show);
    list.append(...items);
    more.hidden = found.length <= list.childElementCount;
    items[0]?.querySelector('a')?.focus();
  };
};

/** Says how much was found and, where there are titles and texts, in which, and offers to go on in the texts. */
const showScope = ({ form, wider }: Page, isWide: boolean, count: number): void => {
  const { none = '', one = '', many = '', only, all } = form.dataset;
  const found = count === 0 ? none : count === 1 ? one : many.replace('#', String(count));
  say([found, isWide ? all : only].filter((text) => text).join(' · '));
  if (wider) wider.hidden = isWide;
};

/** Looks a moment after the last letter, or at once where the form is sent. */
const listen = ({ form, field, list, wider }: Page, look: () => Promise<void>): void => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  list.addEventListener('click', () => {
    history.replaceState({ shown: list.childElementCount, top: scrollY }, '');
  });
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(look, pause);
  });
  wider?.querySelector('button')?.addEventListener('click', async () => {
    const address = new URL(location.href);
    address.searchParams.set('texts', 'all');
    history.replaceState(null, '', address);
    await look();
    (list.querySelector('a') ?? field).focus();
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
};

/** Lets readers of the page search, where it has a form for that. */
export const startSearch = (place: SearchPlace): void => {
  const form = document.getElementById('page.search');
  const field = document.getElementById('page.query');
  const list = document.getElementById('page.results');
  const more = document.getElementById('page.more');
  const wider = document.getElementById('page.wider');
  if (form instanceof HTMLFormElement && field instanceof HTMLInputElement && list && more)
    start({ form, field, list, more, wider }, place);
};
