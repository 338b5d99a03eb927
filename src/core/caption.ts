/** What stands below a picture: what it is about, and whose it is. */
type Caption = { readonly caption?: string; readonly credit?: string };

/**
 * A caption as it is written in one line, `The pad at dawn | Photo: Ada Moon`: what follows the last bar, which stands
 * between blanks or at the beginning, is the credit. Either may be missing.
 */
export const splitCaption = (written: string): Caption => {
  const bars = [...written.matchAll(/(?:^|\s)\|(?:\s|$)/g)];
  const at = bars.at(-1);
  const caption = (at ? written.slice(0, at.index) : written).trim();
  const credit = at ? written.slice(at.index + at[0].length).trim() : '';
  return { ...(caption !== '' && { caption }), ...(credit !== '' && { credit }) };
};
