import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import type { PictureUse, Place, Text } from '../core/archive.ts';
import { folderOf, joinPath } from '../core/content-files.ts';
import type { Report } from '../core/diagnostics.ts';
import { pipeline } from './pipeline.ts';

/** A body as a sanitised tree whose links and pictures still are as they were written. */
export type ParsedBody = { readonly text: Text; readonly tree: Root; readonly pictures: readonly PictureUse[] };

/** A body longer than this, in characters of Markdown, makes a page that no one wants to wait for. */
const longBody = 150_000;

/** Parses the Markdown of an entry or a standfirst; what is taken out for safety is reported. */
export const parseBody = (text: Text, report: Report): ParsedBody => {
  const { length } = text.markdown;
  if (length > longBody) {
    const message = `Unexpected length of ${length} characters, expected at most ${longBody}`;
    report({
      file: text.file,
      line: text.line,
      column: 1,
      rule: 'long-body',
      message,
      hint: 'Make several entries of it.',
    });
  }
  const file = new VFile(text.markdown);
  const tree = pipeline.runSync(pipeline.parse(file), file);
  for (const { reason, note, line, column } of file.messages)
    report({ ...placeIn(text, { line, column }), rule: 'unsafe-html', message: reason, hint: note ?? '' });
  return { text, tree, pictures: picturesOf(text, tree) };
};

/** The place in its file of a point of a body. */
export const placeIn = (
  text: Text,
  point: { line?: number | undefined; column?: number | undefined } | undefined,
): Place => ({
  file: text.file,
  line: text.line - 1 + (point?.line ?? 1),
  column: point?.column ?? 1,
});

/** An address for people: what is not ASCII in it is shown as it was written. */
export const asWritten = (address: string): string =>
  address.replace(/(%[89a-f][0-9a-f])+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });

/** Whether an address leads to another host, or to another protocol than the web's. */
export const isElsewhere = (address: string): boolean => /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address);

/** The path below the content folder that a relative address in `text` means, without `?` and `#`. */
export const pathFrom = (text: Text, address: string): string =>
  joinPath(folderOf(text.file), address.replace(/[?#].*$/s, ''));

const picturesOf = (text: Text, tree: Root): PictureUse[] => {
  const found: PictureUse[] = [];
  visit(tree, 'element', ({ tagName, properties, position }) => {
    const address = properties[tagName === 'img' ? 'src' : 'href'];
    if (typeof address !== 'string' || address === '' || isElsewhere(address) || address.startsWith('/')) return;
    const picture = pathFrom(text, address);
    if (tagName === 'img' || isPicture(picture)) found.push({ picture, place: placeIn(text, position?.start) });
  });
  return found;
};

/** Whether a file has the name of a picture. */
export const isPicture = (path: string): boolean => /\.(png|jpe?g|webp|avif|gif|svg)$/i.test(path);
