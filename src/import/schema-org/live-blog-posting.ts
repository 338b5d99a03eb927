import { type ImportFormat, ImportRefused, type LiveBlog } from '../live-blog.ts';
import { timeOf } from '../time-of.ts';
import { addressOn } from './address.ts';
import { lineOfText, updateContentOf } from './body.ts';
import { peopleIn } from './draft.ts';
import { addressOfNode, type Graph, graphOf, isOfType, isThing, type Thing, textsOfNode, valuesOf } from './graph.ts';
import { readJsonLd } from './json-ld.ts';
import { picturesOf } from './media.ts';
import { type Page, readPage } from './page.ts';
import { type Reading, readingsOf } from './readings.ts';
import { updatesOfPosting } from './updates-of.ts';

/**
 * A live blog as a schema.org `LiveBlogPosting`: in a page (or a piece of one, or a text with one in it) as JSON-LD, else
 * Microdata, else RDFa; or a file of JSON-LD. Of several live blogs in it the one with the most updates.
 */
export const liveBlogPosting: ImportFormat = {
  name: 'schema.org LiveBlogPosting',
  mayBeCut: true,
  recognises: ({ text }) =>
    isJson(text)
      ? /["/:]LiveBlogPosting"/.test(text)
      : text.includes('LiveBlogPosting') &&
        /<[a-z]/i.test(text) &&
        !/<(?:rss|feed|rdf:RDF)[\s>]/i.test(text.slice(0, 1000)),
  read: (source): LiveBlog => {
    const page = isJson(source.text) ? undefined : readPage(source);
    const { readings, notes } = page
      ? readingsOf(page)
      : { readings: [{ kind: 'JSON-LD' as const, graph: graphOf([readJsonLd(source.text)]) }], notes: [] };
    const found = readings.map((reading) => ({ ...reading, blogs: blogsIn(reading.graph) }));
    const chosen = found.find(({ blogs }) => blogs[0] && blogs[0].updates.length > 0);
    const blog = chosen?.blogs[0];
    if (!chosen || !blog) throw refusal(found.some(({ blogs }) => blogs.length > 0));
    const liveBlog = liveBlogOf({ url: source.url, ...(page && { page }) }, chosen, blog);
    return { ...liveBlog, notes: [...notes, ...notesOnOthers(found, chosen), ...liveBlog.notes] };
  },
};

/** A page may begin with a bracket, too, such as a shortcode. */
const isJson = (text: string): boolean => /^\s*(?:\{\s*"|\[\s*[{[])/.test(text);

type Blog = { readonly thing: Thing; readonly updates: readonly unknown[] };

/** The live blogs of a graph, that with the most updates first. */
const blogsIn = (graph: Graph): Blog[] =>
  graph.things
    .filter((thing) => isOfType(thing, 'LiveBlogPosting'))
    .map((thing) => ({ thing, updates: valuesOf(graph, thing, 'liveBlogUpdate') }))
    .sort((a, b) => b.updates.length - a.updates.length);

const refusal = (isThere: boolean): ImportRefused =>
  new ImportRefused(
    isThere
      ? 'Unexpected LiveBlogPosting that holds no updates, expected them in its liveBlogUpdate. A script probably loads them later: open the page in a browser, wait until all of it is there, and save it from there.'
      : 'Unexpected text that only mentions a LiveBlogPosting, expected one as JSON-LD, Microdata or RDFa with its updates. Save the page of the live blog from a browser once all of it is there.',
  );

type Found = Reading & { readonly blogs: readonly Blog[] };

const notesOnOthers = (found: readonly Found[], chosen: Found): string[] => {
  const kinds = found.filter((one) => one !== chosen && one.blogs.some(({ updates }) => updates.length > 0));
  const others = chosen.blogs.slice(1).filter(({ updates }) => updates.length > 0);
  return [
    ...kinds.map(({ kind }) => `The page has updates as ${kind}, too; they are read from its ${chosen.kind}.`),
    ...others.map(({ thing, updates }) => {
      const name = lineOfText(textsOfNode(chosen.graph, thing, 'headline')[0] ?? '');
      return `The page holds another live blog${name && ` "${name}"`} with ${updates.length === 1 ? '1 update' : `${updates.length} updates`}, which is not imported.`;
    }),
  ];
};

type Around = { readonly url: string | undefined; readonly page?: Page };

const liveBlogOf = (
  { url: from, page }: Around,
  { kind, graph }: Reading,
  { thing, updates: values }: Blog,
): LiveBlog => {
  const said = (property: string): string => lineOfText(textsOfNode(graph, thing, property)[0] ?? '');
  const here = page?.url ?? from;
  const written = addressOfNode(graph, thing, ['url', 'mainEntityOfPage']) ?? addressOfNode(graph, thing['@id'], []);
  const url = (written && addressOn(written, here)) || here;
  const title = said('headline') || said('name') || page?.title;
  const { begins, ...result } = updatesOfPosting(
    graph,
    values,
    {
      ...(url && { url }),
      ...(title && { headline: title }),
      pictures: picturesOf(graph, thing, url).pictures.map(({ address }) => address),
      publishers: [...peopleIn(graph, thing, 'publisher'), ...organisationsAmongAuthors(graph, thing)],
    },
    page,
  );
  const description = said('description');
  const introduction = introductionOf(graph, thing, result.updates);
  const language = languageOf(graph, thing, page);
  const order = orderOf(kind, begins);
  return {
    ...(title && { title }),
    ...(description && { description }),
    ...(introduction && { introduction }),
    ...(url && { url }),
    ...(language && { language }),
    ...coverageOf(said),
    ...(order && { order }),
    ...result,
  };
};

/** What a program reads is in any order; what people read is in the order of the page. */
const orderOf = (kind: Reading['kind'], begins: ReturnType<typeof updatesOfPosting>['begins']): LiveBlog['order'] => {
  if (begins === 'newest') return 'newest-first';
  return kind !== 'JSON-LD' && begins ? 'oldest-first' : undefined;
};

/** From when to when the coverage went on, to the minute where no seconds are known. */
const coverageOf = (said: (property: string) => string): Pick<LiveBlog, 'starts' | 'ends'> => {
  const [starts, ends] = [said('coverageStartTime'), said('coverageEndTime')].map((time) =>
    timeOf(time)?.replace(/(T..:..):00/, '$1'),
  );
  return { ...(starts && { starts }), ...(ends && { ends }) };
};

/** A page that is by its publisher says so of its author. */
const organisationsAmongAuthors = (graph: Graph, thing: Thing): string[] =>
  valuesOf(graph, thing, 'author').flatMap((author) =>
    isThing(author) && ['Organization', 'NewsMediaOrganization'].some((type) => isOfType(author, type))
      ? textsOfNode(graph, author, 'name').map(lineOfText)
      : [],
  );

/** The live blog's own text, where it is not that of its updates once more. */
const introductionOf = (graph: Graph, thing: Thing, updates: LiveBlog['updates']): LiveBlog['introduction'] => {
  const body = updateContentOf(textsOfNode(graph, thing, 'articleBody').join('\n\n'));
  const inside = lineOfText(body.value);
  const repeated = [updates.at(0), updates.at(-1)].some((update) => {
    const started = lineOfText(update?.content.value ?? '').slice(0, 60);
    return started !== '' && (inside.includes(started) || body.value.includes(started));
  });
  return body.value === '' || repeated ? undefined : body;
};

/** The language tag of a live blog: its own, else that of the page; `undefined` where neither is one. */
const languageOf = (graph: Graph, thing: Thing, page: Page | undefined): string | undefined =>
  [...valuesOf(graph, thing, 'inLanguage').flatMap((value) => tagsIn(graph, value)), page?.language]
    .map((tag) => tag?.trim().replaceAll('_', '-'))
    .find((tag) => tag !== undefined && /^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,4}$/i.test(tag));

/** A `Language` says its tag as `alternateName`, and its name in words. */
const tagsIn = (graph: Graph, value: unknown): string[] => {
  if (isThing(value)) return [...textsOfNode(graph, value, 'alternateName'), ...textsOfNode(graph, value, 'name')];
  return typeof value === 'string' ? [value] : [];
};
