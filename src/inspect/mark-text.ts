import { createHash } from 'node:crypto';
import type { MarkText } from '../core/ledger/built-addresses.ts';

/** The mark of an entry's text, or of its title where it has none: ten characters, by which it is found again under another name. */
export const markText: MarkText = ({ body, title }) =>
  createHash('sha256')
    .update(body.markdown.trim() || title)
    .digest('base64url')
    .slice(0, 10);
