import { type Document, isScalar, Scalar } from 'yaml';

/** A line of a field that YAML takes for text: where it begins, what is wrong, and the line as it should stand. */
type FieldLine = {
  readonly start: number;
  readonly message: string;
  readonly hint: string;
  readonly corrected: string;
};

/**
 * The lines of fields that YAML reads as one text, because not one of them has ": " behind its name, as in `title:Start` or
 * `title = Start`; nothing where it reads fields.
 */
export const fieldsAsText = ({ contents }: Document, text: string): readonly FieldLine[] => {
  if (!isScalar(contents) || contents.type !== Scalar.PLAIN) return [];
  let start = 0;
  return text.split('\n').flatMap((line): FieldLine[] => {
    const from = start;
    start += line.length + 1;
    const [, name, sign, value] = /^\s*([A-Za-z][\w-]*)(:|\s*[=;]\s*)(\S.*)$/.exec(line) ?? [];
    if (name === undefined || sign === undefined || value === undefined) return [];
    const found = sign.trim();
    return [
      {
        start: from,
        message:
          found === ':'
            ? 'Unexpected ":" without a blank after it'
            : `Unexpected "${found}" behind the name of a field, expected ":"`,
        hint: found === ':' ? 'Put a blank after the ":".' : 'Write a colon and a blank behind the name.',
        corrected: `${name}: ${value}`,
      },
    ];
  });
};
