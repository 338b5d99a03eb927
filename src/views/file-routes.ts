import type { SiteFile } from '../feeds/feed-files.ts';
import type { MediaBytes } from '../media/publish-media.ts';
import type { OpenSite } from './open-site.ts';

/** The routes of the files of events with an ending such as `.xml`: its parameters, without the ending, and the file. */
export const eventFileRoutes = ({ events, to }: OpenSite, ending: string) =>
  events.flatMap(({ files }) =>
    withEnding(files(), ending).map((file) => {
      const [event, ...names] = namesOf(file, to.home(), ending);
      return { params: { event, file: names.join('/') }, props: { file } };
    }),
  );

/** The same of the files of the whole archive. */
export const archiveFileRoutes = ({ files, to }: OpenSite, ending: string) =>
  withEnding(files(), ending).map((file) => ({
    params: { file: namesOf(file, to.home(), ending).join('/') },
    props: { file },
  }));

/** What answers a request for a file. */
export const respondWith = async ({ print, type }: SiteFile): Promise<Response> =>
  new Response(await print(), { headers: { 'content-type': type } });

/** What answers a request for a file of these bytes. */
export const respondWithBytes = (bytes: MediaBytes = new Uint8Array()): Response => new Response(streamOf(bytes));

const streamOf = (bytes: MediaBytes): ReadableStream => {
  const chunks = bytes instanceof Uint8Array ? [bytes].values() : bytes[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (stream) => {
      const { done, value } = await chunks.next();
      if (done) stream.close();
      else stream.enqueue(value);
    },
    cancel: async () => void (await chunks.return?.()),
  });
};

const withEnding = (files: readonly SiteFile[], ending: string): readonly SiteFile[] =>
  files.filter(({ path }) => path.endsWith(ending));

const namesOf = ({ path }: SiteFile, home: string, ending: string): readonly string[] =>
  path.slice(home.length, -ending.length).split('/').map(decodeURIComponent);
