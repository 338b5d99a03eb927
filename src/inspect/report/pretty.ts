import { styleText } from 'node:util';
import { type Diagnostic, shownOf } from '../../core/diagnostics.ts';
import { moreOf } from '../../core/format-diagnostic.ts';
import { type CheckReport, checkSummary } from './check-report.ts';
import { sourceExcerpt, visible } from './excerpt.ts';

/** For people: each diagnostic with the lines around its place, its cure and the line as it should stand; then a summary. */
export const pretty = (report: CheckReport): string =>
  [...shownOf(report.diagnostics).flatMap((one) => paragraphsOf(one, report)), firstUpper(checkSummary(report))].join(
    '\n\n',
  );

const paragraphsOf = (
  { diagnostic, more }: ReturnType<typeof shownOf>[number],
  report: CheckReport,
): readonly string[] => [
  paragraphOf(diagnostic, report),
  ...(more > 0 ? [moreOf({ ...diagnostic, file: visible(report.pathOf(diagnostic.file)) }, more)] : []),
];

const paragraphOf = (diagnostic: Diagnostic, { pathOf, lineOf }: CheckReport): string => {
  const { file, line, column, severity, rule, message, hint, corrected } = diagnostic;
  const place = `${visible(pathOf(file))}:${line}:${column}`;
  const around = sourceExcerpt((number) => lineOf(file, number), line, column, corrected !== undefined);
  const gutter = String(line + 1).length;
  return [
    `${styleText('bold', place)} ${styleText(severity === 'error' ? 'red' : 'yellow', severity)} ${styleText('dim', rule)}`,
    `  ${visible(message)}.`,
    ...around.map(({ mark, number, text }) => `  ${lineOfExcerpt(mark, number.padStart(gutter), text)}`),
    ...(hint ? [`  ${visible(hint)}`] : []),
    ...(corrected === undefined
      ? []
      : [styleText('green', `  ${lineOfExcerpt('+', String(line).padStart(gutter), visible(corrected))}`)]),
  ].join('\n');
};

const lineOfExcerpt = (mark: string, number: string, text: string): string => `${mark} ${number} │ ${text}`.trimEnd();

const firstUpper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
