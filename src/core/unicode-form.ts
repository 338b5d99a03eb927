/** What is asked for the names of files: a map or set of paths. */
type Names = { readonly has: (path: string) => boolean; readonly keys: () => Iterable<string> };

/**
 * The name that `path` has among `names`, in whichever Unicode form: a Mac may have taken the letters of a name apart
 * (NFD) that a text has composed (NFC), and nobody can see the difference. `path` itself where there is no such name.
 */
export const inFormOf = (names: Names, path: string): string => {
  if (names.has(path) || !/[^\0-\x7F]/.test(path)) return path;
  const wanted = path.normalize('NFC');
  for (const name of names.keys()) if (name.normalize('NFC') === wanted) return name;
  return path;
};
