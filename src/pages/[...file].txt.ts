import type { APIRoute, GetStaticPaths } from 'astro';
import { siteToRender } from '../rendering.ts';
import { archiveFileRoutes, respondWith } from '../views/file-routes.ts';

/** What crawlers ask for. */
export const getStaticPaths = (async () => archiveFileRoutes(await siteToRender(), '.txt')) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => respondWith(props.file);
