import { ImportRefused } from '../live-blog.ts';

/** The value of a JSON text, a byte order mark aside. One that is damaged is an `ImportRefused` that calls it `what`. */
export const readJson = (text: string, what: string): unknown => {
  const plain = text.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(plain);
  } catch (error) {
    const reported = error instanceof Error ? error.message : '';
    const [, position, line, column] = /position (\d+) \(line (\d+) column (\d+)\)/.exec(reported) ?? [];
    const inside = position !== undefined && Number(position) < plain.length;
    const found = inside ? `text in line ${line}, column ${column}` : 'end of the file';
    throw new ImportRefused(
      `Unexpected ${found}, expected JSON: the ${what} is damaged or cut off. Get it again from where it came from.`,
    );
  }
};
