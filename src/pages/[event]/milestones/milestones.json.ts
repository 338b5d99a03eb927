import type { APIRoute, GetStaticPaths } from 'astro';
import { openSite } from '../../../rendering.ts';

/** The milestones of an event as data; below an earlier slug of the event the same. */
export const getStaticPaths = (async () =>
  (await openSite()).events.flatMap((event) =>
    [event.slug, ...event.aliases].map((slug) => ({ params: { event: slug }, props: { event } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) =>
  new Response((await openSite()).milestonesJson(props.event), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
