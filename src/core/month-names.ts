import { once } from './once.ts';

/** The languages in which months are known by their names. */
const languages = [
  ...['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'pl', 'tr', 'ru', 'uk', 'id'],
  ...['ar', 'ar-SY', 'he', 'hi', 'th-u-ca-gregory'],
];

/** The number of the month that a name or its first letters mean, from 1; `undefined` where it means none, or several. */
export const monthNamed = (name: string): number | undefined => {
  const [first, ...others] = months().get(folded(name)) ?? [];
  return others.length === 0 ? first : undefined;
};

/** The months that each name means, and each beginning of three letters or more that is no name itself. */
const months = once((): ReadonlyMap<string, ReadonlySet<number>> => {
  const found = new Map<string, Set<number>>();
  const add = (written: string, month: number): void =>
    void found.set(written, (found.get(written) ?? new Set()).add(month));
  for (const { name, month } of names()) add(name, month);
  const whole = new Set(found.keys());
  for (const { name, month } of names())
    for (let length = 3; length < name.length; length += 1)
      if (!whole.has(name.slice(0, length))) add(name.slice(0, length), month);
  return found;
});

const names = once(() =>
  languages.flatMap((language) =>
    (['long', 'short'] as const).flatMap((style) => {
      const format = new Intl.DateTimeFormat(language, { month: style, day: 'numeric', timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, index) => {
        const parts = format.formatToParts(middleOf(index));
        return { month: index + 1, name: folded(parts.find(({ type }) => type === 'month')?.value ?? '') };
      });
    }),
  ),
);

/** A moment about the middle of a month of 2024, counted from 0, in milliseconds since 1970. */
const middleOf = (month: number): number => 1_704_067_200_000 + Math.round((month + 0.5) * 30.5) * 86_400_000;

/** A word without its accents, its points and its capitals. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
