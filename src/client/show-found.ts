import { directionOf } from '../core/direction.ts';
import { searchExcerpt } from '../core/search-excerpt.ts';
import type { FoundEntry } from './pagefind.ts';

/** The event of an entry, where several are looked through, and how it is read, where that is not as the page is. */
export type FoundEvent = { readonly event: string; readonly language: string; readonly direction: string };

/** An entry that was found, as a list shows it: its title, its moment, and where its text says what was looked for. */
export const showFound = (entry: FoundEntry, query: string, from: FoundEvent | undefined): HTMLElement => {
  const { url, meta } = entry;
  const item = document.createElement('li');
  if (from) {
    if (from.language) item.lang = from.language;
    if (from.direction) item.dir = from.direction;
  }
  const link = document.createElement('a');
  link.href = url;
  link.textContent = meta.title;
  const title = document.createElement('h2');
  title.append(link);
  title.dir = directionOf(meta.title) ?? '';
  const text = paragraph('excerpt');
  for (const piece of searchExcerpt({ content: entry.raw_content, locations: entry.locations }, query)) {
    const part = document.createElement(piece.marked ? 'mark' : 'span');
    part.textContent = piece.text;
    text.append(part);
  }
  text.dir = directionOf(text.textContent) ?? '';
  const moment = paragraph('moment');
  moment.textContent = [meta.when, from?.event].filter((one) => one).join(' · ');
  item.append(title, moment);
  // An entry without a text is indexed by its title.
  if (text.textContent !== meta.title) item.append(text);
  return item;
};

const paragraph = (name: string): HTMLElement => {
  const element = document.createElement('p');
  element.className = name;
  return element;
};
