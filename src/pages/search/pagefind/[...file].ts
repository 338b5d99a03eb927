import type { APIRoute, GetStaticPaths } from 'astro';
import { siteToRender } from '../../../rendering.ts';
import { respondWithBytes } from '../../../views/file-routes.ts';

/** The files of the search index of the archive's own pages. */
export const getStaticPaths = (async () => {
  const { own } = await siteToRender();
  return [...(await own.searchFiles())].map(([file, bytes]) => ({ params: { file }, props: { bytes } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => respondWithBytes(props.bytes);
