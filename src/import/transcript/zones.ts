/** The offsets of abbreviations that people use for one zone only. */
const offsets: ReadonlyMap<string, string> = new Map([
  ['Z', 'Z'],
  ['UTC', 'Z'],
  ['GMT', 'Z'],
  ['WET', 'Z'],
  ['WEST', '+01:00'],
  ['CET', '+01:00'],
  ['MEZ', '+01:00'],
  ['CEST', '+02:00'],
  ['MESZ', '+02:00'],
  ['EET', '+02:00'],
  ['EEST', '+03:00'],
  ['SAST', '+02:00'],
  ['MSK', '+03:00'],
  ['PKT', '+05:00'],
  ['HKT', '+08:00'],
  ['SGT', '+08:00'],
  ['AWST', '+08:00'],
  ['JST', '+09:00'],
  ['KST', '+09:00'],
  ['ACST', '+09:30'],
  ['AEST', '+10:00'],
  ['ACDT', '+10:30'],
  ['AEDT', '+11:00'],
  ['NZST', '+12:00'],
  ['NZDT', '+13:00'],
  ['NDT', '-02:30'],
  ['ADT', '-03:00'],
  ['NST', '-03:30'],
  ['EDT', '-04:00'],
  ['EST', '-05:00'],
  ['MDT', '-06:00'],
  ['MST', '-07:00'],
  ['PDT', '-07:00'],
  ['PST', '-08:00'],
  ['AKDT', '-08:00'],
  ['AKST', '-09:00'],
  ['HST', '-10:00'],
]);

/**
 * Those of several zones, or of no offset: India, Ireland and Israel have IST, the United States, China and Cuba CST,
 * the United States and Cuba CDT, Britain and Bangladesh BST, the Atlantic and Arabia AST; ET is EST or EDT.
 */
const ambiguous: ReadonlyMap<string, readonly string[]> = new Map([
  ['IST', ['+05:30', '+01:00', '+02:00']],
  ['CST', ['-06:00', '+08:00', '-05:00']],
  ['CDT', ['-05:00', '-04:00']],
  ['BST', ['+01:00', '+06:00', '+11:00']],
  ['AST', ['-04:00', '+03:00']],
  ['GST', ['+04:00', '-02:00']],
  ['AMT', ['-04:00', '+04:00']],
  ['ECT', ['-05:00', '-04:00']],
  ['SST', ['-11:00', '+08:00', '+11:00']],
  ['WST', ['+13:00', '+08:00', '+01:00']],
  ['PT', ['-08:00', '-07:00']],
  ['MT', ['-07:00', '-06:00']],
  ['CT', ['-06:00', '-05:00']],
  ['ET', ['-05:00', '-04:00']],
  ['AT', ['-04:00', '-03:00']],
]);

/** The offsets that a zone that can be several can have. */
export const offsetsOf = (name: string): readonly string[] => ambiguous.get(name) ?? [];

/** A zone behind a time: its offset as `Update.time` has it, or the abbreviation that can mean several. */
export type WrittenZone = { readonly offset: string } | { readonly ambiguous: string };

const form =
  /( ?)\(?(?:(?:UTC|GMT) ?([+\-\u2212])(\d{1,2})(?::?(\d\d))?|([+\-\u2212])(\d\d):?(\d\d)|([A-Z]{1,4}))\)?(?![\p{L}\d]|:\d)/uy;

/**
 * Reads a zone at an index of a line: `EDT`, `(CET)`, `UTC+8`, `+02:00`; without a blank before it only `Z` and `+02:00`, as
 * ISO 8601 has them. Unknown abbreviations are none.
 */
export const zoneAt = (
  line: string,
  index: number,
): { readonly zone: WrittenZone; readonly end: number } | undefined => {
  form.lastIndex = index;
  const [whole, blank, sign, hours, minutes, bareSign, bareHours, bareMinutes, name] = form.exec(line) ?? [];
  if (whole === undefined) return undefined;
  const end = index + whole.length;
  if (name !== undefined) {
    const offset = offsets.get(name);
    if (!blank && name !== 'Z') return undefined;
    if (offset !== undefined) return { zone: { offset }, end };
    return ambiguous.has(name) ? { zone: { ambiguous: name }, end } : undefined;
  }
  // 10:00-11:00 is from ten to eleven.
  if (!blank && bareSign !== undefined && bareSign !== '+') return undefined;
  const offset = offsetOf(sign ?? bareSign ?? '', hours ?? bareHours ?? '', minutes ?? bareMinutes ?? '00');
  return offset === undefined ? undefined : { zone: { offset }, end };
};

const offsetOf = (sign: string, hours: string, minutes: string): string | undefined => {
  if (Number(hours) > 14 || Number(minutes) > 59) return undefined;
  return Number(hours) === 0 && Number(minutes) === 0
    ? 'Z'
    : `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`;
};
