import { isScalar, visit, type Document as YamlDocument } from 'yaml';
import { isBreakInCjk } from './cjk.ts';

/**
 * Takes out the blanks that YAML makes of line breaks in a value, where they stand within Chinese or Japanese: `text` is
 * the source of the document.
 */
export const joinFolds = (yaml: YamlDocument, text: string): void => {
  if (!/[\u3000-\uffef]/.test(text)) return;
  visit(yaml, {
    Scalar(_, node) {
      if (!isScalar<unknown>(node) || typeof node.value !== 'string' || !node.range) return;
      const source = text.slice(node.range[0], node.range[1]);
      if (source.includes('\n')) node.value = joined(node.value, source);
    },
  });
};

const joined = (value: string, source: string): string => {
  let [found, rest] = ['', value];
  for (const { 0: fold, index } of source.matchAll(/[ \t]*\r?\n[ \t]*/g)) {
    if (!isBreakInCjk(source, index, index + fold.length)) continue;
    const [before, after] = [source.slice(0, index).at(-1) ?? '', source[index + fold.length] ?? ''];
    const at = [' ', '\n'].map((blank) => rest.indexOf(before + blank + after)).find((place) => place >= 0);
    if (at === undefined) continue;
    found += rest.slice(0, at) + before;
    rest = rest.slice(at + 2);
  }
  return found + rest;
};
