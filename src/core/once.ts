/** Makes a value when it is asked for the first time, and keeps it. */
export const once = <Value>(make: () => Value): (() => Value) => {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** Makes a value for each list of texts once, and keeps it. */
export const remembered = <Texts extends readonly string[], Value>(
  make: (...texts: Texts) => Value,
): ((...texts: Texts) => Value) => {
  const made = new Map<string, () => Value>();
  return (...texts) => {
    const key = texts.join('\0');
    const known = made.get(key) ?? once(() => make(...texts));
    made.set(key, known);
    return known();
  };
};
