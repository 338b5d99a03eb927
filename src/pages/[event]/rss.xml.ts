import type { APIRoute, GetStaticPaths } from 'astro';
import { openSite } from '../../site.ts';

/** An event's feed; at an earlier slug of the event the same feed, so that nobody who follows it loses it. */
export const getStaticPaths = (async () =>
  (await openSite()).events.flatMap((event) =>
    [event.slug, ...event.aliases].map((slug) => ({ params: { event: slug }, props: { event } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) =>
  new Response(await (await openSite()).rss(props.event), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
