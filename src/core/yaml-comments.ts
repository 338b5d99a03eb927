import { visit, type Document as YamlDocument } from 'yaml';
import type { Report } from './diagnostics.ts';
import { type ReportPlace, reportAt } from './place.ts';

/**
 * Warns of text that was probably not meant to be a comment or an anchor: `title: We are #1` is read as "We are", and `title: &more
 * songs` as "songs". A comment that begins with a blank, as comments do, is left alone, and so is an anchor that is used.
 */
export const warnOfLostText = (
  yaml: YamlDocument,
  text: string,
  place: (start: number, end: number) => ReportPlace,
  report: Report,
): void => {
  const used = new Set<string>();
  visit(yaml, { Alias: (_, { source }) => void used.add(source) });
  visit(yaml, {
    Scalar: (_, { type, value, range, anchor }) => {
      if (anchor !== undefined && !used.has(anchor) && range && typeof value === 'string')
        reportAnchor(anchor, range, text, { place, report });
      if (type !== 'PLAIN' || typeof value !== 'string' || !range) return;
      const [, lost] = /^[ \t]+(#[^\s#][^\r\n]*)/.exec(text.slice(range[1], range[1] + 500)) ?? [];
      if (lost === undefined) return;
      const whole = text.slice(range[0], range[1]) + text.slice(range[1]).split(/\r?\n/, 1)[0];
      reportAt(place(range[0], range[0] + whole.length), report, {
        rule: 'lost-text',
        message: `Unexpected comment "${lost.trim()}", expected the value on its own: what stands behind "#" is lost`,
        hint: 'Put the whole value in quotes, or a blank behind the "#" if it is a comment.',
        meant: whole,
      });
    },
  });
};

const reportAnchor = (
  anchor: string,
  [start, end]: readonly [start: number, end: number, ...unknown[]],
  text: string,
  { place, report }: { place: (start: number, end: number) => ReportPlace; report: Report },
): void => {
  const from = text.lastIndexOf(`&${anchor}`, start);
  if (from < 0 || text.slice(from, end).includes('\n')) return;
  reportAt(place(from, end), report, {
    rule: 'lost-text',
    message: `Unexpected anchor "&${anchor}" that no "*${anchor}" uses, expected the value on its own: "&${anchor}" is lost`,
    hint: 'Put the whole value in quotes, or remove the anchor.',
    meant: { yaml: JSON.stringify(text.slice(from, end)) },
  });
};
