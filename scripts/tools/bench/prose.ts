/** Gives numbers from 0 up to 1: for the same seed always the same ones. */
type Random = () => number;

/** Mulberry32, a generator of 32 bits of state: small, and good enough for prose that no one reads. */
export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Where the link to another entry stands in a text; whoever writes the text to disk puts an address there. */
export const linkPlace = 'LINK-TO-ANOTHER-ENTRY';

/** Markdown of exactly `words` words in three or four blocks: paragraphs with emphasis, now and then a list or a link. */
export const proseOf = (words: number, withLink: boolean, random: Random): string => {
  const blocks = random() < 0.5 ? 3 : 4;
  const listAt = random() < 0.4 ? blocks - 2 : -1;
  return Array.from({ length: blocks }, (_, index) => {
    const chosen = wordsOf(shareOf(words, blocks, index), random);
    if (index === listAt) return listOf(chosen);
    return paragraphOf(index === 0 && withLink ? linked(chosen) : chosen, random);
  }).join('\n\n');
};

/** A headline of two to four words. */
export const headlineOf = (random: Random): string =>
  wordsOf(2 + Math.floor(random() * 3), random)
    .join(' ')
    .replace(/^./, (first) => first.toUpperCase());

const vocabulary =
  `after again against all along among announced another applause around arrived at autumn away band before began behind
   beside between bright broad brought build by call came carried centre chair changed city clear closed coach cold come
   counted court crew crossed crowd dark decision deep door down early east end engine entered evening every far fast
   field figure film final first five floor follow for four from front full game garden gate gave goal ground half hall
   harbour heard held hill hour house in into island judge keeper last late lead left light line long made many mark market
   match measured medal meeting midnight minute moment morning moved near new night north number of off on once open orders
   out over own pass path people place plan played point press queue quiet race rain ready record reported result returned
   river road round runner score second seen set seven shore short shown side signal silver singer six small song soon
   south speech stage stand start station steady still stood stop street strong studio summer sun team ten the then third
   three through time to toward track train turned two under until up visitors voice wait walked wall watch water west when
   wind winner winter with won word year`.split(/\s+/);

const wordsOf = (count: number, random: Random): string[] =>
  Array.from({ length: count }, () => vocabulary[Math.floor(random() * vocabulary.length)] ?? 'the');

const shareOf = (words: number, blocks: number, index: number): number =>
  Math.floor((words * (index + 1)) / blocks) - Math.floor((words * index) / blocks);

const linked = ([first = '', second = '', third = '', ...rest]: readonly string[]): string[] => [
  first,
  `[${second} ${third}](${linkPlace})`,
  ...rest,
];

const paragraphOf = (words: readonly string[], random: Random): string => {
  const strong = Math.floor(random() * words.length);
  const emphasised = Math.floor(random() * words.length);
  const marked = words.map((word, index) => {
    if (word.includes(linkPlace)) return word;
    if (index === strong) return `**${word}**`;
    return index === emphasised ? `*${word}*` : word;
  });
  return sentencesOf(marked, 8 + Math.floor(random() * 8));
};

const listOf = (words: readonly string[]): string =>
  Array.from({ length: listItems }, (_, item) => {
    return `- ${words.filter((_word, index) => index % listItems === item).join(' ')}`;
  }).join('\n');

const listItems = 5;

const sentencesOf = (words: readonly string[], length: number): string =>
  words
    .map((word, index) => {
      const first = index % length === 0 ? word.replace(/[a-z]/, (letter) => letter.toUpperCase()) : word;
      return index % length === length - 1 || index === words.length - 1 ? `${first}.` : first;
    })
    .join(' ');
