import { defineMiddleware } from 'astro:middleware';
import { explainUnexpected } from './core/unexpected-fault.ts';
import { openSite } from './rendering.ts';
import { namePage } from './views/name-page.ts';

/** What goes wrong unexpectedly while a page is made names the page, and the entry or the event that it shows. */
export const onRequest = defineMiddleware(async ({ url }, next) => {
  try {
    const response = await next();
    // The development server sends a page while it is made: what goes wrong in its middle would end as half a page.
    if (!import.meta.env.DEV || !response.headers.get('content-type')?.startsWith('text/html')) return response;
    return new Response(await response.text(), response);
  } catch (fault) {
    const path = url.pathname.slice(import.meta.env.BASE_URL.length);
    throw explainUnexpected(fault, namePage(await siteOrNone(), path));
  }
});

/** Where the content has errors there is no site, and it is this that the page says. */
const siteOrNone = () => openSite().catch(() => ({ events: [] }));
