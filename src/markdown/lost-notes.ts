import type { FootnoteDefinition, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { nearest } from '../core/nearest.ts';
import type { Lost, Source } from './lost.ts';
import { quoted } from './quoted.ts';

/** Notes that nothing refers to, second notes of one name, and references to notes that are not there. */
export const lostNotes = ({ tree, markdown, visible }: Source): Lost[] => {
  if (!markdown.includes('[^')) return [];
  const notes = new Map<string, FootnoteDefinition>();
  const second: FootnoteDefinition[] = [];
  visit(tree, 'footnoteDefinition', (note) => {
    if (notes.has(note.identifier)) second.push(note);
    else notes.set(note.identifier, note);
  });
  const used = usedIn(tree, notes);
  const unused = [...notes.values()].filter(({ identifier }) => !used.has(identifier));
  return [
    ...unused.map(unusedNote),
    ...second.map(secondNote),
    ...missingNotes(
      visible(),
      unused.map(({ label, identifier }) => label ?? identifier),
    ),
  ];
};

/** The names of notes that the text refers to, and those that these refer to in turn. */
const usedIn = (tree: Root, notes: ReadonlyMap<string, FootnoteDefinition>): ReadonlySet<string> => {
  const used = new Set<string>();
  const waiting: (Root | FootnoteDefinition)[] = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const top = node;
    visit(top, (inner) => {
      if (inner.type === 'footnoteDefinition' && inner !== top) return SKIP;
      if (inner.type !== 'footnoteReference' || used.has(inner.identifier)) return undefined;
      used.add(inner.identifier);
      const note = notes.get(inner.identifier);
      if (note) waiting.push(note);
      return undefined;
    });
  }
  return used;
};

const nameOf = ({ label, identifier }: FootnoteDefinition): string => `[^${label ?? identifier}]`;

const unusedNote = (note: FootnoteDefinition): Lost => ({
  at: note.position?.start.offset ?? 0,
  rule: 'lost-note',
  message: `Unexpected note ${nameOf(note)} without a reference, expected ${nameOf(note)} in the text: the note is lost`,
  hint: `Write ${nameOf(note)} behind the words that it belongs to.`,
});

const secondNote = (note: FootnoteDefinition): Lost => ({
  at: note.position?.start.offset ?? 0,
  rule: 'lost-note',
  message: `Unexpected second note ${nameOf(note)}, expected a name of its own: the first is shown, and this one is lost`,
  hint: 'Give it another name, and write that behind the words that it belongs to.',
});

const missingNotes = (visible: string, unused: readonly string[]): Lost[] =>
  [...visible.matchAll(/\[\^([^\]\s\uFFFE][^\]\r\n\uFFFE]{0,99})\](?!\()/g)]
    .filter(({ 1: name = '' }) => isName(name))
    .map(({ 0: written, 1: name = '', index }) => {
      const meant = unused.length > 20 ? undefined : nearest(name, unused);
      const blank = /\s/.test(name);
      return {
        at: index,
        rule: 'lost-note',
        message: blank
          ? `Unexpected blank in ${quoted(written)}, expected the name of a note without any: readers see it as it is written`
          : `Unexpected reference ${quoted(written)}, expected a note of this name: readers see it as it is written`,
        hint: blank
          ? `Write [^${name.trim().replace(/\s+/g, '-')}] wherever the note is named.`
          : meant === undefined
            ? `Write the note in a paragraph of its own: ${written}: and its text.`
            : `Did you mean [^${meant}]?`,
        ...(meant !== undefined && { edits: [{ from: index, to: index + written.length, text: `[^${meant}]` }] }),
      };
    });

/** A face such as `[^_^]` and a class of characters such as `[^a-z]` name no note. */
const isName = (name: string): boolean => /[\p{L}\p{N}]/u.test(name) && !/\^|^(?:a-z|A-Z|0-9)/.test(name);
