/** Text for XML and HTML. Characters that XML does not allow stay: they are what is tried. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

/** A piece of XML or HTML, where there is something to put into it. */
export const whereSome = (text: string, piece: string): string => (text === '' ? '' : piece);
