import type { APIRoute, GetStaticPaths } from 'astro';
import { archiveFileRoutes, respondWith } from '../site/file-routes.ts';
import { openSite } from '../site.ts';

/** The feed of the whole archive, and the joints of its history. */
export const getStaticPaths = (async () => archiveFileRoutes(await openSite(), '.xml')) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => respondWith(props.file);
