import { createHash } from 'node:crypto';
import type { Entry } from '../core/archive.ts';
import type { Body } from '../markdown/body.ts';

/** The version of an entry: six characters that change with its fields, its text and its pictures. */
export const entryVersion = ({ fields }: Entry, { html }: Body): string =>
  createHash('sha256')
    .update(JSON.stringify([fields, html]))
    .digest('base64url')
    .slice(0, 6);
