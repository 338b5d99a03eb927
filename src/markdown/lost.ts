import type { Root } from 'mdast';
import type { Finding } from '../core/diagnostics.ts';

/** A part of a body that readers would not see, or would see as it is written: where that begins, and how it is fixed. */
export type Lost = Pick<Finding, 'rule' | 'message' | 'hint'> & {
  /** Counted from 0. */
  readonly at: number;
  readonly edits?: readonly Edit[];
};

/** What to write instead of a part of the body. */
export type Edit = { readonly from: number; readonly to: number; readonly text: string };

/** A body as it was parsed, as it was written, and what of that is visible, without characters behind backslashes and with them. */
export type Source = {
  readonly tree: Root;
  readonly markdown: string;
  readonly visible: () => string;
  readonly unescaped: () => string;
};
