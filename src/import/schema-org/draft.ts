import type { UpdateContent, UpdatePicture } from '../live-blog.ts';
import { timeOf } from '../time-of.ts';
import { addressOn } from './address.ts';
import { lineOfText, updateContentOf, withVideos } from './body.ts';
import {
  addressOfNode,
  type Graph,
  idOf,
  isReference,
  isThing,
  namesOfNode,
  type Thing,
  textsOfNode,
} from './graph.ts';
import { picturesOf, videosOf } from './media.ts';

/** An update as its own data has it, before all of them are compared. */
export type Draft = {
  /** How a person finds it in the source. */
  readonly what: string;
  /** Its name within the page: the fragment of its address. */
  readonly fragment?: string;
  readonly address?: string;
  /** The time of publication, else another one, as `Update.time`. */
  readonly time?: string;
  /** The property that `time` is from. */
  readonly timeFrom?: string;
  /** A time that cannot be read, as it is written. */
  readonly unread?: string;
  readonly headline?: string;
  readonly content: UpdateContent;
  readonly pictures: readonly UpdatePicture[];
  /** Why something among its pictures is none. */
  readonly withoutPicture: readonly string[];
  readonly authors: readonly string[];
  readonly publishers: readonly string[];
  readonly keywords: readonly string[];
};

/** Reads one value of `liveBlogUpdate`, the one that stands at `index`; the text says why it is no update. */
export const draftOf = (graph: Graph, value: unknown, index: number, base: string | undefined): Draft | string => {
  if (!isThing(value)) return 'It is no object with a time and a text.';
  if (isReference(value)) return `It refers to ${value['@id']}, which is not in the page.`;
  const headline = lineOfText(
    textsOfNode(graph, value, 'headline')[0] ?? textsOfNode(graph, value, 'alternativeHeadline')[0] ?? '',
  );
  const written = addressOfNode(graph, value, ['url']) ?? idOf(value);
  // A bare word is a name within the system of the page, and no address.
  const address = written === undefined || !/[:/#?]/.test(written) ? undefined : addressOn(written, base);
  const fragment = /#(.+)$/s.exec(written ?? '')?.[1];
  const { pictures, without } = picturesOf(graph, value, base);
  return {
    what: `update ${headline ? `"${headline}"` : index + 1}`,
    ...(fragment && { fragment }),
    ...(address && { address }),
    ...timesOf(graph, value),
    ...(headline && { headline }),
    content: withVideos(updateContentOf(bodyOf(graph, value)), videosOf(graph, value, base)),
    pictures,
    withoutPicture: without,
    authors: peopleIn(graph, value, 'author'),
    publishers: peopleIn(graph, value, 'publisher'),
    keywords: keywordsOf(graph, value),
  };
};

/** Several bodies are parts of one. */
const bodyOf = (graph: Graph, thing: Thing): string =>
  (['articleBody', 'text', 'description'] as const)
    .map((property) => textsOfNode(graph, thing, property).join('\n\n'))
    .find((text) => text !== '') ?? '';

const timesOf = (graph: Graph, thing: Thing): Pick<Draft, 'time' | 'timeFrom' | 'unread'> => {
  let unread: string | undefined;
  for (const timeFrom of ['datePublished', 'dateCreated', 'dateModified'])
    for (const written of textsOfNode(graph, thing, timeFrom)) {
      const time = timeOf(written);
      if (time !== undefined) return { time, timeFrom };
      unread ??= written.slice(0, 100);
    }
  return unread === undefined ? {} : { unread };
};

/** Names of people or publishers; addresses of the web and of e-mail are none. */
export const peopleIn = (graph: Graph, thing: Thing, property: string): string[] => [
  ...new Set(
    namesOfNode(graph, thing, property)
      .map(lineOfText)
      .filter((name) => name !== '' && !/@|^[a-z]+:\/\//i.test(name)),
  ),
];

const keywordsOf = (graph: Graph, thing: Thing): string[] => [
  ...new Set(
    namesOfNode(graph, thing, 'keywords')
      .flatMap((keywords) => lineOfText(keywords).split(','))
      .map((keyword) => keyword.trim())
      .filter((keyword) => keyword !== ''),
  ),
];
