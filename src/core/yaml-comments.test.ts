import { describe, expect, it } from 'vitest';
import { anEntry, faultsIn, galaWith } from './testing.ts';

const faultsOf = (fields: Record<string, string>): string => faultsIn(galaWith({ 'gala/a.md': anEntry(fields) }));

describe('text behind a #', () => {
  it('that was probably meant to be part of the value is reported as lost', () => {
    expect(faultsOf({ title: 'We are #1 today', topics: '[songs]' })).toMatchInlineSnapshot(`
      "gala/a.md:2:8 warning lost-text
        Unexpected comment "#1 today", expected the value on its own: what stands behind "#" is lost.
        Put the whole value in quotes, or a blank behind the "#" if it is a comment.
        > title: "We are #1 today"
      0 errors, 1 warning"
    `);
  });

  it('is a comment where it begins with a blank, and text where no blank comes before it', () => {
    expect(faultsOf({ title: 'We are first # really', author: 'C#' })).toBe('0 errors, 0 warnings');
    expect(faultsOf({ title: '"We are #1 today"' })).toBe('0 errors, 0 warnings');
  });
});
