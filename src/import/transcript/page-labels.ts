import type { Skipped } from '../live-blog.ts';
import { lineList } from './line-list.ts';
import type { TranscriptLine } from './lines.ts';

/** Buttons and labels of pages that copying takes along, in lower case. Only a line that is nothing else is one. */
const labels: ReadonlySet<string> = new Set([
  'share',
  'share this',
  'share this post',
  'copy link',
  'copy this link',
  'read more about sharing.',
  'article share tools',
  'live reporting',
  'get involved',
  'show key events only',
  'link copied',
  'copy link to post',
  'permalink',
  'tweet',
  'advertisement',
  'skip advertisement',
  'read more',
  'show more',
  'load more',
  'back to top',
  'teilen',
  'link kopieren',
  'anzeige',
  'werbung',
  'mehr anzeigen',
  'partager',
  'copier le lien',
  'publicité',
  'lire la suite',
  'compartir',
  'copiar enlace',
  'publicidad',
  'leer más',
  '分享',
  '复制链接',
  '广告',
]);

/** Sentences of the page about itself. */
const ofThePage =
  /^(?:Edited|Compiled) by \p{Lu}[\p{L}\p{M}.'’ -]+$|^[Aa]ll times (?:stated )?(?:are|in) |^Alle (?:Uhrz|Z)eiten /u;

/** Where one can share an update: only beside another label, because alone it can be a headline. */
const services: ReadonlySet<string> = new Set(
  'facebook twitter x whatsapp linkedin telegram messenger email e-mail pinterest reddit bluesky threads'.split(' '),
);

/** Whether a line is a button or label of the page that it was copied from. */
export const isPageLabel = ({ form, isShort }: TranscriptLine): boolean =>
  isShort && (labels.has(form.toLowerCase()) || ofThePage.test(form));

/** Whether a line is a label where it stands beside others. */
export const isServiceLabel = ({ form, isShort }: TranscriptLine): boolean =>
  isShort && services.has(form.toLowerCase());

/** What is reported about such lines: one report for each label. */
export const skippedLabels = (lines: readonly TranscriptLine[]): Skipped[] =>
  [...Map.groupBy(lines, ({ form }) => form.toLowerCase()).values()].map((same) => ({
    what: `"${same[0]?.text ?? ''}" in ${lineList(same.map(({ number }) => number))}`,
    why: `${same.length === 1 ? 'It is a button or label' : `They are ${same.length} buttons or labels`} of the page, not text.`,
    updates: 0,
  }));
