import type { APIRoute, GetStaticPaths } from 'astro';
import { openSite } from '../../../rendering.ts';
import { respondWithBytes } from '../../../views/file-routes.ts';

export const getStaticPaths = (async () =>
  (await openSite()).media.flatMap(({ event, names, make }) =>
    (event === undefined ? [] : names).map((name) => ({ params: { event, name }, props: { make } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props, params: { name = '' } }) =>
  respondWithBytes(name, (await props.make(new Set([name]))).get(name));
