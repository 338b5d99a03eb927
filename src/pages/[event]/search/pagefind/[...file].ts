import type { APIRoute, GetStaticPaths } from 'astro';
import { siteToRender } from '../../../../rendering.ts';
import { respondWithBytes } from '../../../../views/file-routes.ts';

/** The files of each event's search index. */
export const getStaticPaths = (async () => {
  const { events } = await siteToRender();
  const all = await Promise.all(events.map(async ({ event, searchFiles }) => ({ event, files: await searchFiles() })));
  return all.flatMap(({ event, files }) =>
    [...files].map(([file, bytes]) => ({ params: { event: event.slug, file }, props: { bytes } })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => respondWithBytes(props.bytes);
