import type { Link } from 'mdast';
import { visit } from 'unist-util-visit';
import { mediaKindOf } from '../core/media-names.ts';
import type { Lost, Source } from './lost.ts';
import { quoted } from './quoted.ts';

/**
 * Links and pictures that Markdown took for text, because of a blank in an address, quotation marks in a title, brackets in
 * a text: readers would see how they were written.
 */
export const unreadLinks = (source: Source): Lost[] => {
  const { markdown } = source;
  if (!/\][ \t]?[([]|!\[\[|\)\[/.test(markdown)) return [];
  const visible = source.visible();
  const isDone = new Set<number>();
  const links = [...visible.matchAll(withAddress)].flatMap(({ 0: { length }, 1: gap = '', index }): Lost[] => {
    const open = openingOf(visible, index);
    if (open === undefined || markdown.slice(open - 2, open) === '\\!') return [];
    const isImage = visible[open - 1] === '!';
    const end = index + length;
    const from = isImage ? open - 1 : open;
    const parts = readParts(markdown.slice(index + 2 + gap.length, end - 1));
    if (isDone.has(from) || !(isImage ? /\S/.test(parts.address) : gap === '' && isAddress(parts))) return [];
    isDone.add(from);
    const written = markdown.slice(from, end);
    return [unread({ written, isImage, label: markdown.slice(open + 1, index), parts }, from)];
  });
  return [...links, ...swapped(source), ...otherPictures(source), ...splitPictures(source)];
};

const withAddress = /\]([ \t]?)\((?:[^\r\n()]|\([^\r\n()]*\))*\)/g;

/** Where the text of a link begins that ends at `end`: not further away than people write such texts. */
const openingOf = (visible: string, end: number): number | undefined => {
  let closed = 0;
  let nearest: number | undefined;
  for (let at = end - 1; at >= Math.max(0, end - 300); at -= 1) {
    const mark = visible[at];
    if (mark === '\n' && /\n[\s\uFFFE]*$/.test(visible.slice(Math.max(0, at - 20), at))) break;
    if (mark === ']') closed += 1;
    if (mark !== '[') continue;
    if (closed === 0 || visible[at - 1] === '!') return at;
    nearest ??= at;
    closed -= 1;
  }
  return nearest;
};

type Parts = { readonly address: string; readonly title?: string; readonly extra?: string };

/** Takes apart what stands in the brackets behind a text: an address, and a title in quotation marks of any kind. */
const readParts = (inside: string): Parts => {
  const text = inside.trim();
  const [, address = text, title, bar, extra, unclosed] =
    /^(.*?)\s+(?:["'“”„«‘](.*)["'“”»’]|(\|.*)|(=\d*x?\d*)|["“„«]([^"“”„«»]+))$/s.exec(text.slice(0, 500)) ?? [];
  const found = title ?? bar ?? unclosed;
  return { address, ...(found !== undefined && { title: found }), ...(extra !== undefined && { extra }) };
};

const fileType =
  /\.(?:md|html?|pdf|png|jpe?g|webp|avif|gif|svg|mp4|webm|csv|tsv|xlsx?|docx?|pptx?|od[tsp]|zip|txt|(?:geo)?json|mp3|m4a|ogg|wav|gpx|ics)(?:[?#].*)?$/i;

/** Whether a text in round brackets can be nothing but an address: prose may stand there, too. */
const isAddress = ({ address, title }: Parts): boolean =>
  /^(?:https?:\/\/|www\.|mailto:|\.{0,2}\/)\S/i.test(address) ||
  (fileType.test(address) && !/[,;:!?] /.test(address)) ||
  (title !== undefined && (/^\S+[./]\S*$/.test(address) || (/^\S+$/.test(address) && /["“„«]/.test(title))));

type Unread = {
  readonly written: string;
  readonly isImage: boolean;
  readonly label: string;
  readonly parts: Parts;
};

const unread = ({ written, isImage, label, parts }: Unread, from: number): Lost => {
  const { address, title, extra } = parts;
  const hasBlank = /\s/.test(address);
  const sound = withoutBlanks(address);
  const text = label.replace(/(?<!\\)[[\]]/g, '\\$&');
  // Brackets that stand in pairs, and marks of pictures and links within, can stay.
  const corrected = `${isImage ? '!' : ''}[${isBalanced(label) ? label : text}](${sound}${title === undefined ? '' : ` ${inQuotes(title)}`})`;
  const reason = hasBlank
    ? `Unexpected blank in ${quoted(written)}, expected ${isElsewhere(address) ? '%20 instead' : '< and > around the name of the file'}`
    : title !== undefined || extra !== undefined
      ? `Unexpected ${title === undefined ? `"${extra}"` : 'quotation marks'} in ${quoted(written)}, expected an address and a title in quotation marks of another kind`
      : `Unexpected ${isBalanced(label) ? '' : 'bracket in '}${quoted(written)}, expected a ${isImage ? 'picture' : 'link'}`;
  return {
    at: from,
    rule: isImage ? 'missing-picture' : 'broken-link',
    message: `${reason}: Markdown takes it for text`,
    hint: hasBlank
      ? `Write ${corrected}${isElsewhere(address) ? '' : ', or rename the file'}.`
      : isImage
        ? 'Write ![What it shows](file.jpg "The caption | Photo: Ada Berg"), with nothing else in it. A quotation mark in a caption is written \\", a bracket in a text \\[ or \\].'
        : 'Write [a text](address "a title"). A quotation mark in a title is written \\", a bracket in a text \\[ or \\].',
    ...(corrected !== written && { edits: [{ from, to: from + written.length, text: corrected }] }),
  };
};

const withoutBlanks = (address: string): string => {
  if (!/\s/.test(address) || address.startsWith('<')) return address;
  return isElsewhere(address) ? address.replace(/\s/g, '%20') : `<${address.replace(/\s/g, ' ')}>`;
};

const isElsewhere = (address: string): boolean => /^(?:[a-z][a-z0-9+.-]*:|\/\/|www\.)/i.test(address);

const isBalanced = (label: string): boolean => {
  let depth = 0;
  for (const [mark] of label.matchAll(/\\.|[[\]]/gs)) {
    depth += mark === '[' ? 1 : mark === ']' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth === 0;
};

const inQuotes = (title: string): string => {
  const plain = title.replace(/\\(["'])/g, '$1');
  if (!plain.includes('"')) return `"${plain}"`;
  return plain.includes("'") ? `"${plain.replaceAll('"', '\\"')}"` : `'${plain}'`;
};

/** Whether a page can show a file of this name. */
const canBeShown = (path: string): boolean => /^(?:picture|video|audio)$/.test(mediaKindOf(path) ?? '');

/** Links and pictures with a text in round brackets, and an address in square ones. */
const swapped = ({ visible, markdown }: Source): Lost[] =>
  [...markdown.matchAll(/(!?)\(([^()[\]\r\n]+)\)\[([^()[\]\r\n]+)\]/g)].flatMap(
    ({ 0: written, 1: mark = '', 2: label = '', 3: address = '', index }): Lost[] => {
      const isImage = mark === '!' && canBeShown(address);
      const isShown = visible().startsWith(`${mark}(${label})[`, index);
      if (!isShown || !(isImage || isAddress({ address }))) return [];
      const at = isImage ? index : index + mark.length;
      return [
        {
          at,
          rule: isImage ? 'missing-picture' : 'broken-link',
          message: `Unexpected brackets in ${quoted(written)}, expected a ${isImage ? 'picture' : 'link'}: Markdown takes it for text`,
          hint: 'Put the text in square brackets, and the address in round ones.',
          edits: [
            {
              from: at,
              to: index + written.length,
              text: `${isImage ? '!' : ''}[${label}](${withoutBlanks(address)})`,
            },
          ],
        },
      ];
    },
  );

/** Pictures in double brackets, and with an address in square ones. */
const otherPictures = ({ visible, markdown }: Source): Lost[] =>
  [...visible().matchAll(/!\[\[[^\]\r\n]+\]\]|(!\[[^[\]\r\n]*\])\[([^[\]\r\n]+)\]/g)].flatMap(
    ({ 0: written, 1: label, 2: name, index }): Lost[] => {
      if (name !== undefined && !canBeShown(name)) return [];
      return [
        {
          at: index,
          rule: 'missing-picture',
          message: `Unexpected ${quoted(markdown.slice(index, index + written.length))}, expected a picture: Markdown takes it for text`,
          hint: 'Write ![What it shows](file.jpg "The caption | Photo: Ada Berg").',
          ...(name !== undefined && {
            edits: [
              { from: index, to: index + written.length, text: `${label}(${/\s/.test(name) ? `<${name}>` : name})` },
            ],
          }),
        },
      ];
    },
  );

/** Pictures of whose text a bracket made a link: `![a [ b](p.png)`. */
const splitPictures = ({ tree, visible, markdown }: Source): Lost[] => {
  const found: Lost[] = [];
  if (!/!\[[^\]]*\[/.test(markdown)) return found;
  visit(tree, 'link', ({ url, children, position }: Link) => {
    const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
    const open = /!\[(?:[^[\]\r\n\uFFFE]|\uFFFE(?!$))*$/.exec(visible().slice(Math.max(0, start - 300), start))?.[0]
      .length;
    if (open === undefined || !canBeShown(url) || markdown[start] !== '[') return;
    const from = start - open;
    const last = children.at(-1);
    const label = markdown.slice(from + 2, (last && 'position' in last && last.position?.end.offset) || start + 1);
    const rest = markdown.slice(from + 2 + label.length, end);
    found.push({
      at: from,
      rule: 'missing-picture',
      message: `Unexpected bracket in ${quoted(markdown.slice(from, end))}, expected a picture: Markdown takes it for text`,
      hint: 'Write \\[ and \\] for brackets in the text of a picture.',
      edits: [{ from, to: end, text: `![${label.replace(/(?<!\\)[[\]]/g, '\\$&')}${rest}` }],
    });
  });
  return found;
};
