import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { attribute, isElementNamed, rewrite, textElement } from './element.ts';

/**
 * Writes what stands higher or lower with characters that do so, because `10<sup>9</sup>` is not 109. What has none, such
 * as the letters of an ordinal, stays as it is. A formula becomes the text that its maker gave it, or that of its parts.
 */
export const writeRaised = (body: Element): void => {
  rewrite(body, (found) => {
    if (isElementNamed(found, 'annotation', 'annotation-xml')) return [];
    if (found.tagName === 'math') return [textElement(attribute(found, 'alttext') || textOf(found))];
    const table = found.tagName === 'sup' ? superscript : found.tagName === 'sub' ? subscript : undefined;
    const written = table && onlyText(found);
    if (!written || ![...written].every((character) => table.has(character))) return undefined;
    return [textElement([...written].map((character) => table.get(character)).join(''))];
  });
};

/** The text of an element that holds no other, such as the link of a note. */
const onlyText = ({ children }: Element): string | undefined =>
  children.every((child) => child.type === 'text')
    ? children
        .map((child) => child.value)
        .join('')
        .trim()
    : undefined;

const tableOf = (plain: string, raised: string): ReadonlyMap<string, string> =>
  new Map([...plain].map((character, index) => [character, [...raised][index] ?? character]));

const superscript = tableOf('0123456789+-−=()', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾');
const subscript = tableOf('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎');
