import type { APIRoute, GetStaticPaths } from 'astro';
import { openSite } from '../../rendering.ts';

/** What an open timeline asks for while its event is on. */
export const getStaticPaths = (async () =>
  (await openSite()).events
    .filter(({ live }) => live)
    .map((event) => ({ params: { event: event.slug }, props: { event } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) =>
  new Response((await openSite()).liveFile(props.event), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
