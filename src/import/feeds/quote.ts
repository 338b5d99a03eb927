import { cutText } from '../../markdown/excerpt.ts';

/** A text of the source as messages quote it: on one line, and no longer than a person needs to find it. */
export const quote = (text: string): string => `"${cutText(text.slice(0, 400).replace(/\s+/g, ' '), 80)}"`;
