import type { APIRoute, GetStaticPaths } from 'astro';
import { eventFileRoutes, respondWith } from '../../site/file-routes.ts';
import { openSite } from '../../site.ts';

/** The feeds of events as JSON. */
export const getStaticPaths = (async () => eventFileRoutes(await openSite(), '.json')) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => respondWith(props.file);
