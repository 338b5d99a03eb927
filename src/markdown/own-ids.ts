import type { Root } from 'hast';
import type { Text } from '../core/archive.ts';
import type { Report } from '../core/diagnostics.ts';
import { eachElement } from './each-element.ts';
import { placeIn } from './place-in.ts';

const referring = ['ariaDescribedBy', 'ariaLabelledBy'] as const;

/**
 * Makes the ids of a body its own, because many bodies stand on one page: each begins with `prefix` and a dot, which no
 * slug holds. Links inside the body follow; one that leads to no id is reported.
 */
export const ownIds = (tree: Root, text: Text, prefix: string, report: Report): void => {
  const own = (id: unknown): string => `${prefix}.${String(id).replace(/\s+/g, '-')}`;
  const ids = new Set<string>();
  eachElement(tree, ({ properties }) => {
    if (properties.id !== undefined) {
      const id = own(properties.id);
      if (ids.has(id)) delete properties.id;
      else properties.id = id;
      ids.add(id);
    }
    for (const name of referring) {
      const value = properties[name];
      if (value !== undefined && value !== null) properties[name] = (Array.isArray(value) ? value : [value]).map(own);
    }
  });
  eachElement(tree, ({ tagName, properties, position }) => {
    const address = properties.href;
    if (tagName !== 'a' || typeof address !== 'string' || !address.startsWith('#')) return;
    const fragment = address.slice(1);
    // Ids of notes are percent-encoded themselves, so a fragment is looked up as it is before it is decoded.
    const id = [fragment, decodeURIComponentSafely(fragment)].map(own).find((one) => ids.has(one));
    if (id !== undefined) properties.href = `#${encodeURIComponent(id)}`;
    else {
      const message = `Unexpected link to "${address}", expected a place in this text that exists`;
      report({
        ...placeIn(text, position?.start),
        rule: 'broken-link',
        message,
        hint: 'Headings are no places to link to; link to an entry by the path of its file, such as ./other-entry.md.',
      });
    }
  });
};

const decodeURIComponentSafely = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
