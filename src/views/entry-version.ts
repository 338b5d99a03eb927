import { createHash } from 'node:crypto';
import type { Entry } from '../core/archive.ts';
import { compare } from '../core/diagnostics.ts';
import type { Body } from '../markdown/body.ts';

/**
 * The version of an entry: six characters that change with what readers see of its fields, with its text and its pictures. In
 * which order the fields were written makes no difference.
 */
export const entryVersion = ({ fields }: Entry, { html }: Body): string =>
  createHash('sha256')
    .update(JSON.stringify([shownFields(fields), html]))
    .digest('base64url')
    .slice(0, 6);

const shownFields = ({ withdrawn, slug: _, aliases: __, ...others }: Entry['fields']): unknown =>
  withdrawn
    ? withdrawn
    : Object.entries(others)
        .filter(([, value]) => value !== undefined)
        .sort(([a], [b]) => compare(a, b));
