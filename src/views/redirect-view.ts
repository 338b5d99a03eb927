import { type Redirect, redirectsOf } from '../core/redirects.ts';
import type { OpenEvent } from './open-event-of.ts';
import type { OpenSite } from './open-site.ts';
import { describeEntry, previewView } from './page-view.ts';

/** The pages at earlier addresses of entries and of whole events, and the event that each is of. */
export const redirectsIn = ({ events, to }: OpenSite): readonly { of: OpenEvent; redirect: Redirect }[] =>
  events.flatMap((of) => redirectsOf({ events: [of.event] }, to).map((redirect) => ({ of, redirect })));

export type RedirectView = ReturnType<typeof redirectView>;

/** A page at an earlier address. */
export const redirectView = (site: OpenSite, of: OpenEvent, { path, title, entry }: Redirect) => ({
  path,
  title,
  policy: site.policy('plain'),
  preview: previewView(site, {
    title,
    description: entry ? describeEntry(of, entry) : of.event.description,
    path,
    of,
    ...(entry && { entry }),
  }),
});
