import { headlineOf, linkPlace, proseOf, randomFrom } from './prose.ts';

/** An event that never was: the same texts for every generator. Entries and days are oldest first. */
export type SyntheticEvent = {
  readonly slug: string;
  readonly title: string;
  readonly days: readonly string[];
  readonly entries: readonly SyntheticEntry[];
};

/** Events that never were, the newest first. */
export type SyntheticArchive = readonly SyntheticEvent[];

export type SyntheticEntry = {
  readonly slug: string;
  readonly title: string;
  /** The event day, `YYYY-MM-DD`, and the time, `HH:MM:SS`, in `zone`. */
  readonly day: string;
  readonly clock: string;
  /** What a milestone has counted by then. */
  readonly visitors?: number;
  /** The body, with `linkPlace` where it links to `linksTo`. */
  readonly markdown: string;
  readonly linksTo?: { readonly day: string; readonly slug: string };
};

/** What all events have in common, and where their days are: summers in Berlin, always two hours before UTC. */
export const about = {
  description: 'What happens here was made up by a generator of numbers, to see how long its pages take.',
  url: 'https://bench.example.org',
  zone: 'Europe/Berlin',
  offset: '+02:00',
} as const;

/** How many words an entry has, and how many entries one day may have. */
export const wordsPerEntry = 190;
const entriesPerDay = 500;
const milestoneEvery = 50;

/** An archive of so many events, which share so many entries as evenly as can be. */
export const syntheticArchive = (events: number, size: number): SyntheticArchive =>
  Array.from({ length: events }, (_, index) =>
    syntheticEvent(Math.floor((size * (index + 1)) / events) - Math.floor((size * index) / events), index + 1),
  );

/**
 * An event of so many entries, spread evenly over two days or more. The same size and number give the same event, another
 * number gives other texts.
 */
export const syntheticEvent = (size: number, eventNumber = 1): SyntheticEvent => {
  const random = randomFrom(size + (eventNumber - 1) * 1_000_003);
  const first = firstDay(eventNumber);
  const count = Math.min(size, Math.max(2, Math.ceil(size / entriesPerDay)));
  const days = Array.from({ length: count }, (_, index) => first.add({ days: index }).toString());
  const entries: SyntheticEntry[] = [];
  for (let index = 0; index < size; index += 1) {
    const number = index + 1;
    const title = `${headlineOf(random)} ${number}`;
    const linksTo = random() < 0.25 ? entries[Math.floor(random() * entries.length)] : undefined;
    const markdown = proseOf(wordsPerEntry, linksTo !== undefined, random);
    entries.push({
      slug: title.toLowerCase().replaceAll(' ', '-'),
      title,
      ...timeOf(index, size, days),
      markdown,
      ...(linksTo && { linksTo: { day: linksTo.day, slug: linksTo.slug } }),
      ...(number % milestoneEvery === 0 && { visitors: number * 1000 }),
    });
  }
  return { ...nameOf(eventNumber), days, entries };
};

/** The body with its link leading to where `address` says. */
export const entryBodyOf = (
  { markdown, linksTo }: SyntheticEntry,
  address: (target: { readonly day: string; readonly slug: string }) => string,
): string => (linksTo ? markdown.replace(linkPlace, address(linksTo)) : markdown);

const nameOf = (number: number): Pick<SyntheticEvent, 'slug' | 'title'> =>
  number === 1
    ? { slug: 'bench', title: 'An event that never was' }
    : { slug: `bench-${number}`, title: `Event ${number} that never was` };

/** Twelve events a summer, one a week; the first is the newest. */
const firstDay = (number: number): Temporal.PlainDate =>
  Temporal.PlainDate.from('2024-08-17').subtract({ years: Math.floor((number - 1) / 12), weeks: (number - 1) % 12 });

/** Entries of a day follow one another evenly from 08:00 to 22:00. */
const timeOf = (index: number, size: number, days: readonly string[]): { day: string; clock: string } => {
  const place = (index * days.length) / size;
  const day = Math.floor(place);
  const second = Math.floor((8 + 14 * (place - day)) * 3600);
  return { day: days[day] ?? '', clock: Temporal.PlainTime.from('00:00:00').add({ seconds: second }).toString() };
};
