import type { Lead } from '../core/ledger/continue-ledger.ts';
import type { Permalinks } from '../core/permalinks.ts';
import { type Redirect, redirectsOf } from '../core/redirects.ts';
import type { OpenEvent } from './open-event-of.ts';
import type { OpenSite } from './open-site.ts';
import { describeEntry, type PreviewView, previewView } from './page-view.ts';

/** The pages at earlier addresses of entries and of whole events, and the event that each is of. */
export const redirectsIn = ({ events, to }: OpenSite): readonly { of: OpenEvent; redirect: Redirect }[] =>
  events.flatMap((of) =>
    [...redirectsOf({ events: [of.event] }, to), ...of.leads.flatMap((lead) => ledBy(lead, of, to))].map(
      (redirect) => ({
        of,
        redirect,
      }),
    ),
  );

/** A page at an address that the event had, and that leads elsewhere now. */
const ledBy = ({ address, kind, to: path }: Lead, { event }: OpenEvent, to: Permalinks): readonly Redirect[] => {
  const [, top = '', ...rest] = address.split('/');
  const old = rest.join('/').replace(/\/$/, '');
  return kind === 'data' ? [] : [{ event: top, old, path: to.at(path), title: event.title, of: event }];
};

/** The pages at addresses below no event: their paths, and what each shows. */
export const ownRedirectsIn = (site: OpenSite) =>
  site.leads.map(({ address, to }) => {
    const about = { title: site.site.title, description: site.site.description, path: site.to.at(to) };
    const view: RedirectView = { ...about, policy: site.policy('plain'), preview: previewView(site, about) };
    return { moved: address.replace(/^\/|\/$/g, ''), view };
  });

/** What a page at an earlier address shows. */
export type RedirectView = {
  readonly path: string;
  readonly title: string;
  readonly policy: string;
  readonly preview: PreviewView;
};

/** A page at an earlier address. */
export const redirectView = (site: OpenSite, of: OpenEvent, { path, title, entry }: Redirect): RedirectView => ({
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
