import type { APIRoute, GetStaticPaths } from 'astro';
import { siteToRender } from '../../rendering.ts';
import { eventFileRoutes, respondWith } from '../../views/file-routes.ts';

/** The feeds of events, and their archive documents. */
export const getStaticPaths = (async () => eventFileRoutes(await siteToRender(), '.xml')) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => respondWith(props.file);
