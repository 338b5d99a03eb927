import type { Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { Text } from '../core/archive.ts';
import { withoutTurning } from '../core/bidi-controls.ts';
import { withoutControls } from '../core/control-characters.ts';
import type { Report } from '../core/diagnostics.ts';
import { placeIn } from './place-in.ts';

/**
 * Takes out invisible characters that turn text round, and controls, where they were written as HTML (`&#x202E;`): as themselves
 * they are left out when the file is read. In code they stay, because code only shows how they are written.
 */
export const reportBidi = (text: Text, tree: Root, report: Report): void => {
  if (!/&#/.test(text.markdown)) return;
  visit(tree, (node) => {
    if (node.type === 'element' && (node.tagName === 'code' || node.tagName === 'pre')) return SKIP;
    if (node.type !== 'text') return undefined;
    const place = placeIn(text, node.position?.start);
    const reportHere: Report = ({ corrected: _, ...found }) => report({ ...found, ...place });
    const cleaned = withoutControls(text.file, node.value, reportHere);
    node.value = withoutTurning(text.file, cleaned, reportHere, false);
    return undefined;
  });
};
