/** A part of a text in quotes, for a message: in one line, and cut where it is long. */
export const quoted = (text: string): string => {
  const line = text.slice(0, 200).replace(/\s+/g, ' ').trim();
  return `"${line.length > 80 ? `${line.slice(0, 80).trimEnd()}…` : line}"`;
};
