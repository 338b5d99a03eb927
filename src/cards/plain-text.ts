/** A text in one line, without control characters and the hyphens that only a line's end would show; what must not be parted is not. */
export const plainCardText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\u00ad/g, '')
    .replace(/\u202f/g, '\u00a0')
    .replace(/(?:\p{Cc}|[^\S\u00a0])+/gu, ' ')
    .trim();

/**
 * A text without characters that cannot be drawn, and without the gaps that they would leave. Of a letter with marks that
 * no font has, and of pictograms that no font joins, the first is shown alone.
 */
export const withoutMissing = (text: string, missing: ReadonlySet<string>): string =>
  plainCardText(
    charactersOf(text)
      .map((character) => (missing.has(character) ? firstOfMany(character) : character))
      .join(''),
  );

const firstOfMany = (character: string): string => {
  const [first = '', ...rest] = character;
  return rest.length === 0 ? '' : first;
};

/** The characters that readers see (UAX #29). */
export const charactersOf = (text: string): readonly string[] =>
  [...graphemes.segment(text)].map(({ segment }) => segment);

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Whether a character has no shape of its own: joiners, selectors, tags, marks of direction, blanks. */
export const isInvisible = (character: string): boolean => /^[\p{Default_Ignorable_Code_Point}\s]+$/u.test(character);
