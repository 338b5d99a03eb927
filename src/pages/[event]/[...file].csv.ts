import type { APIRoute, GetStaticPaths } from 'astro';
import { siteToRender } from '../../rendering.ts';
import { eventFileRoutes, respondWith } from '../../views/file-routes.ts';

/** The milestones of events as data. */
export const getStaticPaths = (async () => eventFileRoutes(await siteToRender(), '.csv')) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => respondWith(props.file);
