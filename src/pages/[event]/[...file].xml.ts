import type { APIRoute, GetStaticPaths } from 'astro';
import { eventFileRoutes, respondWith } from '../../site/file-routes.ts';
import { openSite } from '../../site.ts';

/** The feeds of events, and their archive documents. */
export const getStaticPaths = (async () => eventFileRoutes(await openSite(), '.xml')) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => respondWith(props.file);
