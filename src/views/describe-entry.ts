import type { Entry } from '../core/archive.ts';
import { cutText } from '../markdown/excerpt.ts';
import type { OpenEvent } from './open-event-of.ts';

/** One sentence or two on an entry, for search engines and previews. */
export const describeEntry = ({ bodyOf }: OpenEvent, { title, body, withdrawn }: Entry): string =>
  withdrawn?.reason ?? (cutText(bodyOf(body).summary, 200) || title);
