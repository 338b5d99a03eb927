import { firstInstant } from '../core/moment.ts';
import { developmentPolicy, hostsOf } from '../core/page-policy.ts';
import type { OpenSite } from './open-site.ts';

/**
 * A site as the development server shows it: with a policy that lets the server change open pages, and knowing what lies
 * in the future by the clock `now` (milliseconds since 1970), which no build asks.
 */
export const whileWriting = (site: OpenSite, now: () => number): OpenSite => ({
  ...site,
  isUpcoming: ({ timezone }, { moment }) => firstInstant(moment, timezone) > now(),
  policy: (kind) => developmentPolicy(kind, hostsOf(site.site.head)),
});
