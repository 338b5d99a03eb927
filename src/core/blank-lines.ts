/** A body without the blank lines around it, as it is written. */
export const withoutBlankLines = (body: string): string => body.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd();
