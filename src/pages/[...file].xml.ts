import type { APIRoute, GetStaticPaths } from 'astro';
import { siteToRender } from '../rendering.ts';
import { archiveFileRoutes, respondWith } from '../views/file-routes.ts';

/** The feed of the whole archive, and the links of its history. */
export const getStaticPaths = (async () => archiveFileRoutes(await siteToRender(), '.xml')) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => respondWith(props.file);
