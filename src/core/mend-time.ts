const slashesOrDots = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})/;
const halfDay = /[T ](0?[1-9]|1[0-2]):(\d{2})(?::(\d{2}))? ?([ap])\.?m\.?$/i;

/**
 * What a time in another common spelling was probably meant to be, or `undefined`: a blank for the `T`, slashes or
 * dots in the date, a one-digit hour, a.m. and p.m., fractions of a second, an offset without its colon.
 */
export const mendTime = (text: string): string | undefined => {
  if (text.length > 40) return undefined;
  const mended = text
    .trim()
    .replace(slashesOrDots, (_, year, month, day) => `${year}-${pad(month)}-${pad(day)}`)
    .replace(/^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/, (_, year, month, day) => `${year}-${pad(month)}-${pad(day)}`)
    .replace(
      halfDay,
      (_, hour, minute, second, half) => `T${hourOfDay(hour, half)}:${minute}${second ? `:${second}` : ''}`,
    )
    .replace(/^(\d{4}-\d\d-\d\d)(?:[t ] *|T +)(?=\d)/, '$1T')
    .replace(/T(\d):/, 'T0$1:')
    .replace(/(T\d\d:\d\d:\d\d)[.,]\d+/, '$1')
    .replace(/ *z$/i, 'Z')
    .replace(/ *([+-]\d\d):?(\d\d)$/, (whole, hours, minutes) =>
      whole.length > 4 && text.includes(':') ? `${hours}:${minutes}` : whole,
    );
  return mended !== text && /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?$/.test(mended)
    ? mended
    : undefined;
};

const pad = (digits: string): string => digits.padStart(2, '0');

const hourOfDay = (hour: string, half: string): string =>
  pad(String((Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)));
