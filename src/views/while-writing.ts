import { firstInstant } from '../core/moment.ts';
import type { OpenSite } from './open-site.ts';

/**
 * A site as the development server shows it, knowing what lies in the future by the clock `now` (milliseconds since 1970),
 * which no build asks.
 */
export const whileWriting = (site: OpenSite, now: () => number): OpenSite => ({
  ...site,
  isUpcoming: ({ timezone }, { moment }) => firstInstant(moment, timezone) > now(),
});
