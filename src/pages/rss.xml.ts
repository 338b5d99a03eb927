import type { APIRoute } from 'astro';
import { openSite } from '../site.ts';

export const GET: APIRoute = async () =>
  new Response(await (await openSite()).rss(), { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } });
