import type { APIRoute, GetStaticPaths } from 'astro';
import { archiveFileRoutes, respondWith } from '../site/file-routes.ts';
import { openSite } from '../site.ts';

/** The feed of the whole archive as JSON. */
export const getStaticPaths = (async () => archiveFileRoutes(await openSite(), '.json')) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => respondWith(props.file);
