import type { APIRoute, GetStaticPaths } from 'astro';
import { siteToRender } from '../rendering.ts';
import { archiveFileRoutes, respondWith } from '../views/file-routes.ts';

/** The feeds of the whole archive and their history, and what crawlers ask for. */
export const getStaticPaths = (async () => archiveFileRoutes(await siteToRender())) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => respondWith(props.file);
