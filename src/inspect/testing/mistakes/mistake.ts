import type { RuleName } from '../../../core/rules.ts';

/** What the report says: the line as it should stand behind `> `, or where nobody can know it, what to do or to decide. */
type Remedy = string;

/** Fields of a document as they are written, the rule that names the mistake, and its remedy. */
export type FieldMistake = readonly [fields: Readonly<Record<string, string | undefined>>, rule: RuleName, Remedy];

/** The text of an entry, the rule that names the mistake, and its remedy. */
export type BodyMistake = readonly [body: string, rule: RuleName, Remedy];

/** Files beside those of a faultless archive or in their place, the rule that names the mistake, and its remedy. */
export type FileMistake = readonly [
  what: string,
  texts: Readonly<Record<string, string | Uint8Array | undefined>>,
  others: Readonly<Record<string, string>>,
  rule: RuleName,
  Remedy,
];
