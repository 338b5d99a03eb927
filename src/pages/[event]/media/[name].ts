import type { APIRoute, GetStaticPaths } from 'astro';
import { siteToRender } from '../../../rendering.ts';
import { respondWithBytes } from '../../../views/file-routes.ts';

export const getStaticPaths = (async () =>
  (await siteToRender()).events.flatMap(({ event, media }) =>
    media.flatMap(({ names, make }) => names.map((name) => ({ params: { event: event.slug, name }, props: { make } }))),
  )) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props, params: { name = '' } }) =>
  respondWithBytes((await props.make(new Set([name]))).get(name));
