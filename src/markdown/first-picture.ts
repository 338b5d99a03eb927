/**
 * HTML whose first picture is wanted at once, because it stands where readers see it first. In a tag and nowhere else a
 * bare `<` and quotation marks stand side by side, so that no text of a writer can be taken for it.
 */
export const firstAtOnce = (html: string): string => html.replace('<img loading="lazy"', '<img fetchpriority="high"');

/** Whether HTML has a picture that waits until it is near. */
export const hasLatePicture = (html: string): boolean => html.includes('<img loading="lazy"');
