/** Text without the characters that XML 1.0 cannot hold even when escaped (section 2.2): most controls, lone surrogates. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');

/** The same, escaped for element content and attributes. A parser would take a bare carriage return for a line break. */
export const xmlEscape = (text: string): string => {
  const sound = xmlText(text);
  return /[&<>"\r]/.test(sound) ? sound.replace(/[&<>"\r]/g, (sign) => escapes[sign] ?? sign) : sound;
};

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};
