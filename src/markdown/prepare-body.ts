import { hash } from 'node:crypto';
import type { PictureUse, Text } from '../core/archive.ts';
import type { Report } from '../core/diagnostics.ts';
import type { ShownMedia } from '../core/shown-media.ts';
import type { Body, BodyContext } from './body.ts';
import { finishBody } from './finish-body.ts';
import { hrefOf, type Resolving } from './links.ts';
import { type ParsedBody, parseBody } from './parse-body.ts';

/** A finished body, and what it depends on beside its text and where its links led: the pictures and other files it shows. */
export type KeptBody = {
  readonly body: Body;
  readonly pictures: readonly PictureUse[];
  readonly shown: readonly (readonly [path: string, media: ShownMedia])[];
};

/** Where finished bodies are kept between builds, by keys that say all of their text. Only sound ones are put there. */
export type BodyCache = {
  readonly get: (key: string) => KeptBody | undefined;
  readonly set: (key: string, kept: KeptBody) => void;
};

/** A cache that keeps nothing. */
const noBodyCache: BodyCache = { get: () => undefined, set: () => undefined };

/** A body before its links and pictures are resolved: parsed, or as it was kept. */
type PreparedBody = {
  readonly text: Text;
  /** Links within the archive, as they are written. */
  readonly links: readonly string[];
  readonly pictures: readonly PictureUse[];
  /** Gives the body its final form, unless the kept one still holds. What is wrong is reported. */
  readonly finish: (context: Omit<BodyContext, 'idPrefix' | 'page' | 'language'>, report: Report) => Body;
};

/** Parses the Markdown of an entry or a standfirst, or takes what was made of the same text before. */
export const prepareBody = (
  text: Text,
  own: Pick<BodyContext, 'idPrefix' | 'page' | 'language'>,
  cache: BodyCache = noBodyCache,
  report: Report,
): PreparedBody => {
  const key = hash('sha256', JSON.stringify([text, own]), 'base64url');
  const kept = cache.get(key);
  if (kept) {
    const links = kept.body.links.map(([address]) => address);
    const parseAgain = (context: BodyContext, again: Report) => finishParsed(parse(text, again), context, again);
    const finish: PreparedBody['finish'] = (context, again) =>
      holds(kept, text, context) ? kept.body : parseAgain({ ...own, ...context }, again);
    return { text, links, pictures: kept.pictures, finish };
  }
  const parsed = parse(text, report);
  const finish: PreparedBody['finish'] = (context, again) => finishParsed(parsed, { ...own, ...context }, again);
  return { text, links: parsed.body.links, pictures: parsed.body.pictures, finish };

  function finishParsed({ body, isSound }: Parsed, context: BodyContext, again: Report): Body {
    const reported = noting(again);
    const finished = finishBody(body, context, reported.report);
    if (isSound && reported.isSound()) cache.set(key, keep(finished, body, context));
    return finished;
  }
};

type Parsed = { readonly body: ParsedBody; readonly isSound: boolean };

const parse = (text: Text, report: Report): Parsed => {
  const reported = noting(report);
  const body = parseBody(text, reported.report);
  return { body, isSound: reported.isSound() };
};

/** What is reported must be reported again at the next build: such a body is made anew each time. */
const noting = (report: Report): { report: Report; isSound: () => boolean } => {
  let sound = true;
  return {
    report: (finding) => {
      sound = false;
      report(finding);
    },
    isSound: () => sound,
  };
};

const keep = (body: Body, { pictures }: ParsedBody, context: BodyContext): KeptBody => ({
  body,
  pictures,
  shown: pictures.flatMap(({ picture }) => {
    const shown = context.mediaAt(picture);
    return shown ? [[picture, shown]] : [];
  }),
});

const holds = ({ body, pictures, shown }: KeptBody, text: Text, context: Resolving): boolean =>
  body.links.every(([address, href]) => hrefOf(address, text, context) === href) &&
  shown.length === pictures.length &&
  shown.every(([path, was]) => JSON.stringify(context.mediaAt(path)) === JSON.stringify(was));
