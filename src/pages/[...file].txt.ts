import type { APIRoute, GetStaticPaths } from 'astro';
import { archiveFileRoutes, respondWith } from '../site/file-routes.ts';
import { openSite } from '../site.ts';

/** What crawlers ask for. */
export const getStaticPaths = (async () => archiveFileRoutes(await openSite(), '.txt')) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => respondWith(props.file);
