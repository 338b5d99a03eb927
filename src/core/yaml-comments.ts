import { visit, type Document as YamlDocument } from 'yaml';
import type { Finding, Report } from './diagnostics.ts';

/** A place in the file, which can give its line with another value. */
type PlaceToMend = Pick<Finding, 'file' | 'line' | 'column'> & {
  readonly corrected: (instead: string) => string | undefined;
};

/**
 * Warns of text that was probably not meant to be a comment: `title: We are #1` is read as "We are". A comment that
 * begins with a blank, as comments do, is left alone.
 */
export const warnOfLostText = (
  yaml: YamlDocument,
  text: string,
  place: (start: number, end: number) => PlaceToMend,
  report: Report,
): void => {
  visit(yaml, {
    Scalar: (_, { type, value, range }) => {
      if (type !== 'PLAIN' || typeof value !== 'string' || !range) return;
      const [, lost] = /^[ \t]+(#[^\s#][^\r\n]*)/.exec(text.slice(range[1], range[1] + 500)) ?? [];
      if (lost === undefined) return;
      const whole = text.slice(range[0], range[1]) + text.slice(range[1]).split(/\r?\n/, 1)[0];
      const { corrected, ...at } = place(range[0], range[0] + whole.length);
      const line = corrected(whole);
      report({
        ...at,
        rule: 'lost-text',
        message: `Unexpected comment "${lost.trim()}", expected the value on its own: what stands behind "#" is lost`,
        hint: 'Put the whole value in quotes, or a blank behind the "#" if it is a comment.',
        ...(line !== undefined && { corrected: line }),
      });
    },
  });
};
