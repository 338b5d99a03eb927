import { readWords } from '../core/search-words.ts';
import type { FoundEntry } from './pagefind.ts';

/** An entry that was found, as a list shows it: its title, its moment, and where it says what was looked for. */
export const showFound = ({ url, excerpt, meta }: FoundEntry, event: string | undefined): HTMLElement => {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = meta.title;
  const title = document.createElement('h2');
  title.append(link);
  const text = paragraph('excerpt');
  for (const piece of readWords(excerpt)) {
    const part = document.createElement(piece.marked ? 'mark' : 'span');
    part.textContent = piece.text;
    text.append(part);
  }
  const moment = paragraph('moment');
  moment.textContent = [meta.when, event].filter((one) => one).join(' · ');
  item.append(title, moment, text);
  return item;
};

const paragraph = (name: string): HTMLElement => {
  const element = document.createElement('p');
  element.className = name;
  return element;
};
