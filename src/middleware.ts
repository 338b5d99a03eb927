import { defineMiddleware } from 'astro:middleware';
import { explainUnexpected } from './core/unexpected-fault.ts';
import { siteToRender } from './rendering.ts';
import { cutHeader, fitting } from './views/fit-page.ts';
import { namePage } from './views/name-page.ts';

/**
 * Renders a page with a list of entries again where it is too large. What goes wrong unexpectedly while a page is made names
 * the page, and the entry or the event that it shows.
 */
export const onRequest = defineMiddleware(async ({ url, locals }, next) => {
  const { events, base, kept } = await siteOrNone();
  const path = url.pathname.slice(base.length);
  const { fitted, hasList, mustShrink } = fitting(`the page ${path}`);
  locals.fitted = fitted;
  let isFirst = true;
  locals.kept = (view) => {
    // What has to shrink is known by what it would show if there were room for it.
    const bytes = isFirst ? kept?.find(`${decodeURI(path)}index.html`, view) : undefined;
    isFirst = false;
    return bytes && new Response(new Uint8Array(bytes));
  };
  try {
    for (let isCut = false; ; isCut = true) {
      const response = await next();
      if (!hasList()) return response;
      const bytes = await response.bytes();
      if (mustShrink(bytes.length)) continue;
      if (isCut) response.headers.set(cutHeader, '1');
      return new Response(bytes, response);
    }
  } catch (fault) {
    throw explainUnexpected(fault, namePage({ events }, path));
  }
});

/** Where the content has errors there is no site, and it is this that the page says. */
const siteOrNone = async () => {
  const site = await siteToRender().catch(() => undefined);
  const events = site?.events.map(({ event }) => event) ?? [];
  return { events, base: `${site?.to.base ?? ''}/`, kept: site?.kept };
};
