/**
 * A unit as it stands beside the number one. In English the regular plurals, and some others, are set in the singular: `1 seat`
 * of seats. In other languages, and where it is not sure, a unit stays as its writer has it.
 */
export const singularOf = (unit: string, language: string): string =>
  /^en(?:-|$)/i.test(language) ? unit.replace(/[a-z]+$/, singularWord) : unit;

const singularWord = (word: string): string => {
  const irregular = others.get(word);
  if (irregular !== undefined) return irregular;
  // Too short for a noun, or no plural at all: s, ms, gas, glass, status, tennis, news.
  if (!/[a-z]{3}s$/.test(word) || /(?:ss|us|is|news|series|species|means)$/.test(word)) return word;
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return word.replace(/ies$/, 'y');
  return /(?:ch|sh|x|ss|zz|us)es$/.test(word) && !/(?:ous|aus)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
};

const others: ReadonlyMap<string, string> = new Map([
  ['people', 'person'],
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['feet', 'foot'],
  ['heroes', 'hero'],
  ['potatoes', 'potato'],
]);
