import type { APIRoute, GetStaticPaths } from 'astro';
import { siteToRender } from '../../rendering.ts';
import { eventFileRoutes, respondWith } from '../../views/file-routes.ts';

/** The feeds of events with their archive documents, and events and milestones as data. */
export const getStaticPaths = (async () => eventFileRoutes(await siteToRender())) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => respondWith(props.file);
