import type { APIRoute, GetStaticPaths } from 'astro';
import { openSite } from '../rendering.ts';
import { archiveFileRoutes, respondWith } from '../views/file-routes.ts';

/** The feed of the whole archive as JSON. */
export const getStaticPaths = (async () => archiveFileRoutes(await openSite(), '.json')) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => respondWith(props.file);
