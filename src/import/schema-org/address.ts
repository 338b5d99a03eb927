/** An address of the web in full, seen from `base`; `undefined` where it is none, or where its base is not known. */
export const addressOn = (address: string, base: string | undefined): string | undefined => {
  const url = URL.parse(address.trim(), base);
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
};

/** The address of a picture: in full where that can be known, else as it is written; `undefined` for one of another kind. */
export const pictureAddressOf = (address: string, base: string | undefined): string | undefined => {
  const full = addressOn(address, base);
  if (full !== undefined) return full;
  const written = address.trim();
  return written === '' || /^[a-z][-+.a-z\d]*:|^\/\//i.test(written) ? undefined : written;
};
