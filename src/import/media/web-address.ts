import { FetchFault } from './fetch-fault.ts';

/**
 * An address from which something can be downloaded, without a fragment. Throws `FetchFault` where it is none, is not of
 * the web, or holds a password.
 */
export const downloadAddress = (written: string, base?: URL): URL => {
  const url = URL.parse(written, base);
  if (!url) throw new FetchFault('that is no address. Expected one such as https://example.org/live.');
  if (!/^https?:$/.test(url.protocol)) {
    throw new FetchFault(`its address begins with ${url.protocol}, and only http: and https: are downloaded from.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new FetchFault('its address holds a user name or password, which are not sent to anyone. Leave them out.');
  }
  url.hash = '';
  return url;
};

/**
 * Where a redirect leads, as its `Location` header was read: in Latin-1, while it is meant as UTF-8. Throws `FetchFault` as
 * `webAddress` does, and where it leads from https: to http:, because anybody on the way could change what comes from there.
 */
export const redirectAddress = (location: string, from: URL): URL => {
  const url = downloadAddress(Buffer.from(location, 'latin1').toString(), from);
  if (from.protocol === 'https:' && url.protocol === 'http:') {
    throw new FetchFault(
      `it is redirected from https: to ${shownAddress(url.href)}, which is not protected on its way.`,
    );
  }
  return url;
};

/** An address as it can be shown: no secrets, nothing that a terminal would obey, and no more than a person looks at. */
export const shownAddress = (written: string): string => {
  const url = URL.parse(written);
  if (!url) return JSON.stringify(shortened(written.replace(/\p{Cc}/gu, ' ')));
  url.username = '';
  url.password = '';
  return shortened(url.href);
};

const shortened = (address: string): string =>
  address.length <= longestShown ? address : `${address.slice(0, longestShown - 40)}…${address.slice(-30)}`;

const longestShown = 200;
