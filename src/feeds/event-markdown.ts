import type { Entry, Event, Text } from '../core/archive.ts';
import { withoutBlankLines } from '../core/blank-lines.ts';
import type { Permalinks } from '../core/permalinks.ts';
import type { ShownPicture } from '../core/shown-media.ts';
import { asWritten } from '../markdown/as-written.ts';
import type { Body } from '../markdown/body.ts';
import { type Words, wordsIn } from '../words/words.ts';
import type { FeedFrame } from './feeds-of.ts';

type Frame = FeedFrame & {
  readonly bodyOf: (text: Text) => Body;
  /** The picture at its top. */
  readonly cover: ShownPicture | undefined;
};

/**
 * The text of an event as one Markdown file that needs nothing else to be read: oldest first, by event days, with the date,
 * the time, the zone and the address of each entry; links and pictures have addresses with their host. Without drafts.
 */
export const eventMarkdown = (event: Event, frame: Frame): string => {
  const { title, description, standfirst, license, location, organiser, days, slug, language, starts, ends } = event;
  const { site, to, cover } = frame;
  const words = wordsIn(language);
  const { texts } = words;
  const facts = [
    [words.dates(starts.date, ends.date), location, organiser].filter(Boolean).join(texts.comma),
    words.zones(event),
    to.absolute(to.event(slug)),
    [site.title, site.publisher?.name].filter(Boolean).join(texts.comma),
    ...(license ? [`${texts.license}${texts.colon}${license.name}, ${license.url}`] : []),
  ];
  const blocks = [
    `# ${plainly(title)}`,
    plainly(description),
    facts.map((fact) => `- ${fact}`).join('\n'),
    cover ? `![${plainly(event.hero?.alt ?? '')}](${to.absolute(cover.large)})` : '',
    textOf(standfirst, 1, frame),
    ...days.flatMap(({ date, entries }) => [
      `## ${words.date(date, 'weekday')}`,
      ...entries.filter(({ draft }) => !draft).map((entry) => entryText(event, entry, words, frame)),
    ]),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
};

const entryText = (event: Event, entry: Entry, words: Words, frame: Frame): string => {
  const { texts } = words;
  const { to } = frame;
  const { moment, corrections, withdrawn, demandedInstant } = entry;
  // Of a withdrawn entry nothing is left but its place and the reason.
  const { label, author }: Partial<Entry> = withdrawn ? {} : entry;
  const zone = moment.instant === undefined ? texts.timeNotKnown : words.zone(event.timezone, demandedInstant);
  const time = [label, words.moment(moment), zone].filter(Boolean).join(texts.comma);
  const lines = [
    time,
    ...(author === undefined ? [] : [texts.by(author)]),
    to.absolute(to.entry(event.slug, entry.slug)),
  ];
  const noteOf = (word: string, { moment: when }: (typeof corrections)[number], note: string): string =>
    `${word}, ${words.moment(when)}${texts.colon}${plainly(note)}`;
  return [
    `### ${withdrawn ? texts.entryWithdrawn : plainly(entry.title)}`,
    lines.map((line) => `- ${line}`).join('\n'),
    withdrawn ? noteOf(texts.withdrawn, { ...withdrawn, note: '' }, withdrawn.reason) : textOf(entry.body, 3, frame),
    ...(withdrawn ? [] : corrections.map((one) => noteOf(texts.corrected, one, one.note))),
  ]
    .filter((block) => block !== '')
    .join('\n\n');
};

/** A text with addresses that have their host, and with its headings below one of that level. */
const textOf = (text: Text, level: number, { to, bodyOf }: Frame): string => {
  const markdown = withHosts(withoutBlankLines(text.markdown), bodyOf(text).links, to);
  let fence: string | undefined;
  return markdown
    .split('\n')
    .map((line) => {
      const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
      if (mark !== undefined && (fence === undefined || mark.startsWith(fence)))
        fence = fence === undefined ? mark : undefined;
      return fence === undefined
        ? line.replace(/^(#{1,6})(?=\s)/, (signs) => '#'.repeat(Math.min(6, signs.length + level)))
        : line;
    })
    .join('\n');
};

/** Puts the addresses to which those of a text lead in their places: in brackets, behind the name of a reference, in a tag. */
const withHosts = (markdown: string, links: Body['links'], to: Permalinks): string =>
  links.reduce(
    (text, [address, href]) =>
      [...new Set([address, asWritten(address), decoded(address)])].reduce(
        (rest, form) => replaceAddress(rest, form, to.absolute(href)),
        text,
      ),
    markdown,
  );

const beforeAddress = /(?<=\]\(\s*<?|\]:\s*<?|(?:href|src)=["']?)/y;
const behindAddress = /[)>\s"']|$/y;

/** Addresses are looked for as they are: to compile a pattern for each takes ten times as long. */
const replaceAddress = (text: string, address: string, other: string): string => {
  let replaced = '';
  let copied = 0;
  let from = 0;
  for (let at = text.indexOf(address); at >= from; at = text.indexOf(address, from)) {
    const end = at + address.length;
    from = at + 1;
    if (!isAt(beforeAddress, text, at) || !isAt(behindAddress, text, end)) continue;
    replaced += text.slice(copied, at) + other;
    copied = end;
    from = Math.max(from, end);
  }
  return replaced + text.slice(copied);
};

const isAt = (sticky: RegExp, text: string, at: number): boolean => {
  sticky.lastIndex = at;
  return sticky.test(text);
};

const decoded = (address: string): string => {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
};

/** A text that has no marks of Markdown, as Markdown. */
const plainly = (text: string): string => text.replace(/[\\`*_[\]<>]/g, '\\$&');
