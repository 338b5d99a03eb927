import { ImportRefused } from './live-blog.ts';

/**
 * The text of a file or download. Its encoding is what a byte order mark, the server (`declared`), an XML declaration or
 * an HTML `<meta>` say, in this order, and UTF-8 otherwise. Throws `ImportRefused` where the bytes are no such text.
 */
export const decodeSource = (bytes: Uint8Array, name: string, declared?: string): string => {
  const label = markedEncoding(bytes) ?? declared ?? writtenEncoding(bytes) ?? 'utf-8';
  const decoder = decoderOf(label);
  if (!decoder)
    throw new ImportRefused(`${name} says that its encoding is "${label}", which is not known. Save it as UTF-8.`);
  try {
    return decoder.decode(bytes);
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault;
    throw new ImportRefused(`${name} holds bytes that are no text in ${decoder.encoding}. Save it as UTF-8.`);
  }
};

const decoderOf = (label: string): TextDecoder | undefined => {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch (fault) {
    if (fault instanceof RangeError) return undefined;
    throw fault;
  }
};

const markedEncoding = ([first, second, third]: Uint8Array): string | undefined => {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
};

/** Declarations are in ASCII, near the beginning. */
const writtenEncoding = (bytes: Uint8Array): string | undefined => {
  const beginning = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  return (
    /^\s*<\?xml[^>]*?\sencoding=["']([\w.:-]+)["']/.exec(beginning)?.[1] ??
    /<meta[^>]{0,200}?charset=["']?([\w.:-]+)/i.exec(beginning)?.[1]
  );
};
