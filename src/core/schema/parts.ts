import { z } from 'zod';
import { durationLike } from '../durations.ts';
import { isLicense } from '../license.ts';
import { notes } from './notes.ts';

// In these schemas the `error` of a part is the phrase that stands behind "expected" in a diagnostic.

/**
 * How much a field may hold: characters of a line, of a longer text and of an address; items of a list, and names that the writer
 * chooses. What is longer would make pages and feeds that nobody can load. docs/writing.md has the same limits.
 */
const most = { line: 500, text: 2000, address: 2000, items: 500 } as const;

/** Text with something in it. */
export const text = filled(most.text).register(notes, { kind: 'text' });

/** Text that readers see as it is written. */
export const plainText = text.clone().register(notes, { plain: true });

/** Text on one line. */
export const line = filled(most.line)
  .regex(/^[^\n\r]*$/, { error: 'text on one line' })
  .register(notes, { kind: 'text' });

/** Text on one line that readers see as it is written. */
export const plainLine = line.clone().register(notes, { plain: true });

export const yesOrNo = z.boolean({ error: 'true or false' }).register(notes, { kind: 'yes or no' });

export const wholeNumber = z.int({ error: 'a whole number' }).register(notes, { kind: 'whole number' });

const addressExpected = 'an address that begins with https:// or http://';

/** An address on the web. */
export const webAddress = z
  .string({ error: addressExpected })
  .refine(isWebAddress, {
    error: ({ input }) =>
      /^https?:\/\/.*\s/s.test(String(input)) ? 'an address without blanks: %20 stands for one' : addressExpected,
  })
  .register(notes, { kind: 'address' });

/** A colour as style sheets write it; what it is, and whether text can be read in it, is checked later. */
export const colour = z
  .string({ error: colourExpected() })
  .regex(/^(?:#[\da-f]+|[a-z]+|[a-z-]+\(.*\))$/i, { error: colourExpected() });

/** An address on the web, within the site, of mail or of a telephone. */
export const linkAddress = checked(
  (value) => isWebAddress(value) || isOwnAddress(value) || /^(?:mailto:[^\s@]+@[^\s@]+|tel:\+?[\d().-]+)$/i.test(value),
  'an address that begins with https://, http://, mailto:, tel: or the / of this site',
).register(notes, { kind: 'address' });

/** The address of a script: of a host that is named, or of a file of `public/`. */
export const scriptAddress = checked(
  (value) => (/^https:/.test(value) && isWebAddress(value)) || isOwnAddress(value),
  'an address that begins with https://, or with / for a file of public/',
).register(notes, { kind: 'script address' });

/** A language tag of BCP 47, such as `en`, `zh-Hans` or `de-CH`. */
export const language = checked(isLanguageTag, 'a language tag such as en, zh-Hans or de-CH').register(notes, {
  kind: 'language',
});

/** A licence by its SPDX id, or by its address. */
export const license = checked(
  isLicense,
  'the SPDX id of a licence for texts, such as CC-BY-4.0, or its address',
).register(notes, { kind: 'licence' });

/** A time, read later in the event's zone. */
export const time = z.string({ error: 'a time such as 2019-11-11T10:18' }).register(notes, { kind: 'time' });

/** A group of fields with fixed names: a name that is not among them is an error. */
export const group = <Shape extends z.ZodRawShape>(shape: Shape, expected = 'a group of fields') =>
  z.strictObject(shape, { error: ({ code }) => (code === 'invalid_type' ? expected : undefined) });

/** A list. */
export const list = <Item extends z.ZodType>(item: Item) =>
  z.array(item, { error: 'a list, such as [a, b]' }).max(most.items, { error: `a list of at most ${most.items}` });

/** Parts of addresses of the site; what they may hold is checked where they are read. */
export const slug = line.clone().register(notes, { kind: 'slug' });
export const slugs = list(line).register(notes, { kind: 'slugs' });

/** Fields whose names the writer chooses. */
export const named = <Value extends z.ZodType>(value: Value) =>
  z
    .record(z.string(), value, { error: 'a group of names and values' })
    .refine((fields) => Object.keys(fields).length <= most.items, { error: `a group of at most ${most.items} names` });

/** Links that are shown with their titles. */
export const titledLinks = list(
  group({
    title: plainLine.describe('What readers see').register(notes, { elsewhere: 'name label text caption' }),
    url: linkAddress.describe('Where it leads').register(notes, { elsewhere: 'href link address src uri target' }),
  }),
).register(notes, { kind: 'links' });

const figureExpected = 'a number such as 38.4e9, or numbers by unit such as {CNY: 268.4e9}';
const amountExpected = 'a number, such as 91.2e9';

/** A figure: a bare number is in the metric's main unit, otherwise each number is named by its unit. */
export const figure = z.union(
  [
    z.number(),
    duration(figureExpected),
    named(z.union([z.number(), duration(amountExpected)], { error: amountExpected })).refine(holdsSomething, {
      error: 'a number by its unit, such as {CNY: 268.4e9}',
    }),
  ],
  { error: figureExpected },
);

/** A span of time as text, such as `1:21.900`: whether it is well written, and its metric has such values, is known later. */
function duration(expected: string) {
  return z.string({ error: expected }).regex(durationLike, { error: expected });
}

function colourExpected(): string {
  return 'a colour such as "#a32d18"';
}

function filled(longest: number) {
  return z
    .string({ error: 'text' })
    .max(longest, { error: `text of at most ${longest} characters` })
    .regex(/\S/, { error: 'text that is not empty' });
}

function holdsSomething(value: object): boolean {
  return Object.keys(value).length > 0;
}

export function checked(isRight: (value: string) => boolean, expected: string) {
  return z.string({ error: expected }).refine(isRight, { error: expected });
}

function isWebAddress(value: string): boolean {
  // The grammar of addresses drops or escapes blanks; one that has them is a slip, and would stay so where it is shown.
  return value.length <= most.address && /^https?:\/\/\S+$/.test(value) && URL.canParse(value);
}

/** From the root of the site: `/imprint/`. */
function isOwnAddress(value: string): boolean {
  return value.length <= most.address && /^\/(?!\/)\S*$/.test(value);
}

function isLanguageTag(value: string): boolean {
  try {
    // The grammar also has languages of five letters and more, such as `English`, but none exists.
    return /^[a-z]{2,3}(-|$)/i.test(value) && Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}
