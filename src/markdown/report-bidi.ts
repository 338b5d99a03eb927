import type { Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { Text } from '../core/archive.ts';
import { withoutTurning } from '../core/bidi-controls.ts';
import type { Report } from '../core/diagnostics.ts';
import { placeIn } from './place-in.ts';

/**
 * Takes out invisible characters that turn text round where they were written as HTML (`&#x202E;`): as themselves they
 * are left out when the file is read. In code they stay, because code only shows how they are written.
 */
export const reportBidi = (text: Text, tree: Root, report: Report): void => {
  if (!/&#/.test(text.markdown)) return;
  visit(tree, (node) => {
    if (node.type === 'element' && (node.tagName === 'code' || node.tagName === 'pre')) return SKIP;
    if (node.type !== 'text') return undefined;
    const place = placeIn(text, node.position?.start);
    node.value = withoutTurning(
      text.file,
      node.value,
      ({ corrected: _, ...found }) => report({ ...found, ...place }),
      false,
    );
    return undefined;
  });
};
