import { visit } from 'unist-util-visit';
import { nearest } from '../core/nearest.ts';
import { alertKinds } from './alerts.ts';
import type { Lost, Source } from './lost.ts';

/** What alerts are called in other programs. */
const otherNames: Readonly<Record<string, string>> = {
  hint: 'TIP',
  success: 'TIP',
  check: 'TIP',
  done: 'TIP',
  info: 'NOTE',
  abstract: 'NOTE',
  summary: 'NOTE',
  todo: 'NOTE',
  question: 'NOTE',
  help: 'NOTE',
  faq: 'NOTE',
  example: 'NOTE',
  danger: 'CAUTION',
  error: 'CAUTION',
  failure: 'CAUTION',
  bug: 'CAUTION',
  attention: 'WARNING',
};

/** Quotations that begin like an alert of a kind that there is not: `> [!HINT]`. */
export const unknownAlerts = ({ tree, markdown, visible }: Source): Lost[] => {
  const found: Lost[] = [];
  if (!markdown.includes('[!')) return found;
  visit(tree, 'blockquote', ({ children: [first] }) => {
    const at = first?.type === 'paragraph' ? first.position?.start.offset : undefined;
    const [written, name = ''] =
      (at !== undefined && /^\[!([\p{L}\p{N}_-]{1,40})\]/u.exec(visible().slice(at, at + 50))) || [];
    if (at === undefined || written === undefined || Object.hasOwn(alertKinds, name.toLowerCase())) return;
    const names = Object.keys(alertKinds).map((kind) => kind.toUpperCase());
    const other = name.toLowerCase();
    const meant = Object.hasOwn(otherNames, other) ? otherNames[other] : nearest(name, names);
    found.push({
      at,
      rule: 'unknown-alert',
      message: `Unexpected alert "${written}", expected one of ${names.join(', ')}: readers see it as text`,
      hint: meant ? `Did you mean [!${meant}]?` : 'Write one of these, or put a backslash before the bracket.',
      edits: [{ from: at, to: at + written.length, text: meant ? `[!${meant}]` : `\\${written}` }],
    });
  });
  return found;
};
