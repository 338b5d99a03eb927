/** Longer ones than this are programs or data. */
const longest = 4000;

/**
 * The absolute address that a written one means: as it is written where that is whole and plain, else in the form that
 * browsers give it. Nothing where it means none of the web, or is relative without a base.
 */
export const pageAddress = (written: string, base: string | undefined): string | undefined => {
  const address = cleaned(written);
  if (address === '' || address.length > longest) return undefined;
  const url = URL.parse(address, base);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  return /^https?:\/\/[^\s\\<>"`{|}^[\]]+$/i.test(address) ? address : url.href;
};

/** The address of a picture: one of the web, or, where there is no base, relative to the source. */
export const pictureAddress = (written: string, base: string | undefined): string | undefined => {
  const absolute = pageAddress(written, base);
  if (absolute !== undefined || base !== undefined) return absolute;
  const address = cleaned(written);
  const isRelative = !/^([a-z][a-z0-9+.-]*:|[#?]|\/\/)/i.test(address);
  return isRelative && address !== '' && address.length <= longest ? address : undefined;
};

/** The protocol that an address names, in lower case. */
export const protocolOf = (written: string): string | undefined =>
  /^([a-z][a-z0-9+.-]*):/i.exec(cleaned(written))?.[1]?.toLowerCase();

/** Browsers see no tabs and line breaks in an address; one that begins with two slashes takes the page's protocol. */
const cleaned = (written: string): string =>
  written
    .replace(/\p{Cc}/gu, '')
    .trim()
    .replace(/^\/\/(?=[^/])/, 'https://');
