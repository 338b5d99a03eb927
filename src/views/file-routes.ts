import type { SiteFile } from '../feeds/site-file.ts';
import type { MediaBytes } from '../media/publish-media.ts';
import { keptFiles } from './kept-files.ts';
import type { OpenSite } from './open-site.ts';

/** The routes of the files of events: their parameters, and the file. */
export const eventFileRoutes = ({ events, site, to }: OpenSite) =>
  events.flatMap(({ event, files, leads, slots }) =>
    [...files(), ...keptFiles({ event, leads, slots }, { site, to })].map((file) => {
      const { names, ending } = namesOf(file, to.home());
      const [top, ...below] = names;
      return { params: { event: top, file: below.join('/'), ending }, props: { file } };
    }),
  );

/** The same of the files of the whole archive. */
export const archiveFileRoutes = ({ files, to }: OpenSite) =>
  files().map((file) => {
    const { names, ending } = namesOf(file, to.home());
    return { params: { file: names.join('/'), ending }, props: { file } };
  });

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

const namesOf = ({ path }: SiteFile, home: string): { readonly names: readonly string[]; readonly ending: string } => {
  const dot = path.lastIndexOf('.');
  return { names: path.slice(home.length, dot).split('/').map(decodeURIComponent), ending: path.slice(dot + 1) };
};
