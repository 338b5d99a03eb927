/** An address for people: what is not ASCII in it is shown as it was written. */
export const asWritten = (address: string): string =>
  address.replace(/(%[89a-f][0-9a-f])+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
