import type { APIRoute, GetStaticPaths } from 'astro';
import { siteToRender } from '../../../rendering.ts';
import { respondWithBytes } from '../../../views/file-routes.ts';

/** The files of the search indexes that belong to no event. */
export const getStaticPaths = (async () => {
  const { searchFiles } = await siteToRender();
  return [...(await searchFiles())].map(([file, bytes]) => ({ params: { file }, props: { bytes } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => respondWithBytes(props.bytes);
