import { type Archive, standing } from '../../../../src/core/archive.ts';
import type { ContentFiles } from '../../../../src/core/content-files.ts';
import { collectDiagnostics } from '../../../../src/core/diagnostics.ts';
import { linkTargets } from '../../../../src/core/link-targets.ts';
import { permalinks } from '../../../../src/core/permalinks.ts';
import { readArchive } from '../../../../src/core/read-archive.ts';
import { type EventText, textsOf } from '../../../../src/core/texts.ts';
import { readContent } from '../../../../src/io/read-content.ts';
import { finishBody } from '../../../../src/markdown/finish-body.ts';
import { parseBody } from '../../../../src/markdown/parse-body.ts';
import { dangersIn, isDangerousAddress } from '../dangers.ts';

/** Makes HTML of a text of an archive. */
type Render = (text: EventText, archive: Archive, files: ContentFiles) => string;

/**
 * What of the content of an event could harm its readers: what a browser would run in its texts, drafts among them, as
 * the product renders them; and addresses of settings and entries that a page links to.
 */
export const judgeContent = async (folder: string, event: string, render: Render = renderText): Promise<string[]> => {
  const { files } = await readContent(folder);
  const { archive } = readArchive(files, { drafts: true });
  const inTexts = textsOf(archive)
    .filter((one) => one.event === event)
    .flatMap((one) => dangersIn(render(one, archive, files)).map((danger) => `${one.text.file} holds ${danger}`));
  return [...inTexts, ...addressesIn(archive, event)].slice(0, 5).map((danger) => `${danger.slice(0, 300)}.`);
};

const renderText: Render = ({ event = '', text, slug = '' }, archive, files) => {
  const { report } = collectDiagnostics();
  const to = permalinks(archive.site.url);
  const targets = linkTargets(archive, files, to);
  const src = '/picture.png';
  const mediaAt = () => ({ kind: 'picture', src, width: 1, height: 1, sources: [], large: src }) as const;
  return finishBody(
    parseBody(text, report),
    { idPrefix: slug, page: to.absolute(to.entry(event, slug)), targets, mediaAt },
    report,
  ).html;
};

const addressesIn = ({ events }: Archive, slug: string): string[] =>
  events
    .filter((event) => event.slug === slug)
    .flatMap(({ links, entries }) => [
      ...links.map(({ url }) => url),
      ...standing(entries).flatMap(({ source = [] }) => source),
    ])
    .filter(isDangerousAddress)
    .map((address) => `The event links to ${JSON.stringify(address)}`);
