import type { Definition } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Lost, Source } from './lost.ts';
import { quoted } from './quoted.ts';

/**
 * Lines such as `[Photo]: Reuters`, which Markdown takes for the address of a link: nothing of them is shown. One that a
 * link uses has done its work, and `[//]: # (…)`, which leads nowhere, is a usual way to write a comment.
 */
export const lostReferences = ({ tree, markdown }: Source): Lost[] => {
  if (!markdown.includes(']:')) return [];
  const definitions: Definition[] = [];
  const used = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'definition') definitions.push(node);
    else if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier);
  });
  const known = new Set<string>();
  return definitions.flatMap((definition): Lost[] => {
    const { identifier, url, position } = definition;
    const isSecond = known.has(identifier);
    known.add(identifier);
    if (url === '#' || url === '' || (used.has(identifier) && !isSecond)) return [];
    const at = position?.start.offset ?? 0;
    const written = quoted(markdown.slice(at, position?.end.offset));
    return [
      {
        at,
        rule: 'lost-reference',
        message:
          isSecond && used.has(identifier)
            ? `Unexpected second address ${written}, expected one of this name: the first counts, and this line is lost`
            : `Unexpected address ${written} that no link uses, expected text: the line is lost`,
        hint: 'Put a backslash before the bracket if readers are to see the line; otherwise use it in a link, or remove it.',
        edits: [{ from: at, to: at, text: '\\' }],
      },
    ];
  });
};
