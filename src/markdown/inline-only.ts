import { VFile } from 'vfile';
import type { Text } from '../core/archive.ts';
import type { Report } from '../core/diagnostics.ts';
import { pipeline } from './pipeline.ts';
import { placeIn } from './place-in.ts';

/** What nodes of Markdown are called that have no place in one line. */
const kinds: Readonly<Record<string, string>> = {
  heading: 'heading',
  list: 'list',
  blockquote: 'quotation',
  code: 'block of code',
  thematicBreak: 'line across the page',
  table: 'table',
  html: 'HTML',
  image: 'picture',
  imageReference: 'picture',
  footnoteDefinition: 'note',
  definition: 'address of a link',
};

/** Reports what in the line `field` of the settings is more than words, links and emphasis. */
export const reportBlocks = (text: Text, field: string, report: Report): void => {
  const { children } = pipeline.parse(new VFile(text.markdown));
  const inside = children.flatMap((node) => (node.type === 'paragraph' ? node.children : [node]));
  const kind = inside.map(({ type }) => kinds[type]).find((one) => one !== undefined);
  if (kind === undefined) return;
  report({
    ...placeIn(text, undefined),
    rule: 'invalid-value',
    message: `Unexpected ${kind} in "${field}", expected one line of words, links and emphasis`,
    hint: 'Take out the marks that make it one, or put a backslash before the first of them if it is meant as it stands.',
  });
};
