import type { APIRoute, GetStaticPaths } from 'astro';
import { openSite } from '../../../site.ts';

export const getStaticPaths = (async () =>
  (await openSite()).media.map(({ event, name, bytes }) => ({
    params: { event, name },
    props: { bytes },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) => new Response(await props.bytes());
