import type { APIRoute, GetStaticPaths } from 'astro';
import { siteToRender } from '../../rendering.ts';
import { respondWithBytes } from '../../views/file-routes.ts';

/** What belongs to the archive and to none of its events: its social card. */
export const getStaticPaths = (async () =>
  (await siteToRender()).media.flatMap(({ names, make }) =>
    names.map((name) => ({ params: { name }, props: { make } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props, params: { name = '' } }) =>
  respondWithBytes((await props.make(new Set([name]))).get(name));
