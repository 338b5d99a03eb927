/** As they are written: `No.` is a number, `no.` ends a sentence. */
const words = new Set(
  [
    'Mr Mrs Ms Mx Dr Prof St Sr Jr Rev Hon Sen Rep Gov Gen Lt Col Sgt Capt Cmdr Maj Adm Pres Supt Det Insp Fr Mt Ft',
    'vs No Nos Vol Fig pp Inc Ltd Co Corp Bros Dept Univ approx cf etc al Ave Blvd Rd',
    'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun',
    'bzw bspw evtl ggf inkl exkl ca Nr Str Tel usw vgl zzgl Hr Hrsg Jh Mio Mrd',
    'MM Mme Mlle env av Sra Dra Ud Uds Dott Sig',
  ].flatMap((some) => some.split(' ')),
);

/** Languages that write ordinal numbers with a full stop: `3. Oktober`. */
const withOrdinals = /^(?:bs|cs|da|de|et|fi|fo|hr|hu|is|lb|lt|lv|nb|nn|no|pl|sk|sl|sr|tr)\b/i;

/**
 * Whether a text that seems to end with a sentence ends with an abbreviation: a title, letters with a full stop behind
 * each (`U.S.`, `p.m.`), an initial, or an ordinal number where the language writes it so.
 */
export const endsWithAbbreviation = (text: string, language: string | undefined): boolean => {
  const [, word = ''] = /(?:^|[\s("'“‘«„[\-–—/])([^\s("'“‘«„[\-–—/]+)\.$/u.exec(text.slice(-30)) ?? [];
  if (word === '') return false;
  if (/^(?:\p{L}{1,2}\.)*\p{L}{1,2}$/u.test(word) && (word.includes('.') || /^\p{Lu}$/u.test(word))) return true;
  if (/^\d{1,2}$/.test(word)) return language !== undefined && withOrdinals.test(language);
  return words.has(word);
};
