import type { APIRoute, GetStaticPaths } from 'astro';
import { siteToRender } from '../rendering.ts';
import { respondWithBytes } from '../views/file-routes.ts';

/** What is copied as it is. */
export const getStaticPaths = (async () =>
  (await siteToRender()).own.copies.map((copy) => ({
    params: { copy: copy.path },
    props: { copy },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props: { copy } }) => respondWithBytes(copy.bytes());
