/** The offset of a `datetime` for readers: `UTC+8`, `UTC−3:30`. */
export const offsetOf = (datetime: string): string => {
  const [, sign = '', hours = '', minutes = ''] = /([+-])(\d\d):(\d\d)$/.exec(datetime) ?? [];
  const own = `${sign === '-' ? '−' : sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
  return sign === '' || own === '+0' ? 'UTC' : `UTC${own}`;
};
