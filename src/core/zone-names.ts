import { dateFormat } from './formatters.ts';
import { nearest } from './nearest.ts';

/**
 * Whether an event can have this zone: an IANA name in its own spelling, whose clocks are those of a place, or UTC. Names
 * such as EST, CET, GMT or Etc/GMT-5 are no such zones, although the tz database has them: most of their clocks never
 * change to summer time, and no place is named by them.
 */
export const isZone = (text: string): boolean =>
  /^[A-Z]/.test(text) && !placeless.test(text) && nameOfZone(text) === text;

const placeless =
  /^(?:(?:EST|MST|HST|CET|MET|EET|WET|PST8PDT|MST7MDT|CST6CDT|EST5EDT)|(?:Etc\/)?(?:GMT(?:[+-]?\d+)?|Greenwich))$/;

/**
 * The zones that a writer may have meant by `text`, the likeliest first: by an abbreviation, the name of a city, a name in
 * words such as `Eastern Time`, an offset such as `UTC+8` or `+02:00` (at `instant`, in milliseconds since 1970), or a
 * name of the tz database with a slip.
 */
export const zonesMeant = (text: string, instant: number): readonly string[] => {
  const name = text.trim();
  const abbreviated = abbreviations.get(name.toUpperCase().replace(/^([ECMP])ST\d\1DT$/, '$1ST'));
  if (abbreviated) return abbreviated;
  const offset = offsetIn(name);
  if (offset !== undefined)
    return offset === 0 ? ['UTC', 'Europe/London'] : placesAt(offset, instant, /GMT/i.test(name));
  const parts = name.split('/').map((one) => abbreviations.get(one.trim().toUpperCase()));
  if (parts.length > 1 && parts[0] && parts.every((one) => one === parts[0])) return parts[0];
  const windows = /^\(UTC[^)]*\) *(.+)$/i.exec(name)?.[1]?.split(/, */) ?? [];
  const ofWindows = windows.flatMap((city) => citiesNamed(city) ?? []);
  if (ofWindows.length > 0) return [...new Set(ofWindows)];
  const spelled = nameOfZone(name.replaceAll(' ', '_'));
  if (spelled !== undefined && isZone(spelled)) return [spelled];
  const place = name.replace(/ (?:standard |summer |daylight )?time$/i, '').replace(/^.*\//, '');
  const found =
    citiesNamed(name) ??
    zonesNamed(name) ??
    countryZones.get(place.toLowerCase()) ??
    citiesNamed(place) ??
    zonesNamed(`${name} time`);
  const near = found ? undefined : nearest(name, Intl.supportedValuesOf('timeZone'));
  return (found ?? [near]).filter((zone) => zone !== undefined);
};

/** What people write for the time of a place. Where several places share the letters, the likeliest comes first. */
const abbreviations: ReadonlyMap<string, readonly string[]> = new Map(
  (
    [
      ['EST EDT ET', ['America/New_York']],
      ['CST', ['America/Chicago', 'Asia/Shanghai']],
      ['CDT CT', ['America/Chicago']],
      ['MST MT', ['America/Denver', 'America/Phoenix']],
      ['MDT', ['America/Denver']],
      ['PST PDT PT', ['America/Los_Angeles']],
      ['AKST AKDT', ['America/Anchorage']],
      ['HST', ['Pacific/Honolulu']],
      ['AST', ['America/Halifax', 'Asia/Riyadh']],
      ['ADT', ['America/Halifax']],
      ['SST', ['Asia/Singapore', 'Pacific/Pago_Pago']],
      ['AMT', ['America/Manaus', 'Asia/Yerevan']],
      ['ECT', ['America/Guayaquil', 'Europe/Paris']],
      ['GST', ['Asia/Dubai']],
      ['PHT', ['Asia/Manila']],
      ['ICT', ['Asia/Bangkok']],
      ['NST NDT', ['America/St_Johns']],
      ['BRT', ['America/Sao_Paulo']],
      ['ART', ['America/Argentina/Buenos_Aires']],
      ['GMT GREENWICH ETC/GMT ETC/GREENWICH', ['Europe/London', 'UTC']],
      ['BST', ['Europe/London']],
      ['WET WEST', ['Europe/Lisbon']],
      ['CET CEST MET MEST MEZ MESZ', ['Europe/Berlin', 'Europe/Paris', 'Europe/Madrid', 'Europe/Rome']],
      ['EET EEST OEZ OESZ', ['Europe/Athens', 'Europe/Helsinki', 'Europe/Kyiv']],
      ['MSK', ['Europe/Moscow']],
      ['IST', ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem']],
      ['PKT', ['Asia/Karachi']],
      ['WIB', ['Asia/Jakarta']],
      ['SGT', ['Asia/Singapore']],
      ['HKT', ['Asia/Hong_Kong']],
      ['JST', ['Asia/Tokyo']],
      ['KST', ['Asia/Seoul']],
      ['SAST', ['Africa/Johannesburg']],
      ['EAT', ['Africa/Nairobi']],
      ['WAT', ['Africa/Lagos']],
      ['AEST AEDT AET', ['Australia/Sydney']],
      ['ACST ACDT', ['Australia/Adelaide']],
      ['AWST', ['Australia/Perth']],
      ['NZST NZDT', ['Pacific/Auckland']],
      ['Z UTC UCT ZULU', ['UTC']],
    ] as const
  ).flatMap(([letters, zones]) => letters.split(' ').map((one) => [one, zones] as const)),
);

/**
 * The offset that is meant behind a local time such as `2024-05-01T09:31`: by `Z`, `UTC+2`, `+0200`, or by an abbreviation such
 * as CEST. Of letters that several places share, that of the event's zone is meant, if it is one of them. `undefined` where
 * nothing or several things can be meant.
 */
export const offsetMeant = (written: string, local: string, zone: string | undefined): string | undefined => {
  const name = written.toUpperCase();
  if (/^(?:Z|UTC|GMT|UCT|ZULU)$/.test(name)) return 'Z';
  const offset = offsetIn(written);
  if (offset !== undefined) return offsetOf(offset);
  const places = [...(zone === undefined ? [] : [zone]), ...(abbreviations.get(name) ?? [])];
  const offsets = new Map(places.flatMap((place) => offsetsAt(place, local, name).map((one) => [place, one] as const)));
  const [first, ...others] = new Set((abbreviations.get(name) ?? []).map((place) => offsets.get(place)));
  if (first === undefined) return undefined;
  const own = zone === undefined ? undefined : offsets.get(zone);
  const meant = others.length === 0 ? first : [first, ...others].find((one) => one === own);
  return meant === undefined ? undefined : offsetOf(meant);
};

/** The minutes ahead of UTC that letters such as CET and CEST mean in a zone: with summer time, without, or as it was then. */
const offsetsAt = (zone: string, local: string, letters: string): readonly number[] => {
  try {
    const then = Temporal.PlainDateTime.from(local);
    const inMonth = (month: number) => then.with({ month, day: 15 }).toZonedDateTime(zone).offsetNanoseconds / 60e9;
    if (/^[ECMP]T$|^AET$/.test(letters)) return [then.toZonedDateTime(zone).offsetNanoseconds / 60e9];
    const isSummer = /DT$|^BST$|^(?:W|C|E|M)EST$|SZ$/.test(letters);
    return [isSummer ? Math.max(inMonth(1), inMonth(7)) : Math.min(inMonth(1), inMonth(7))];
  } catch {
    return [];
  }
};

const offsetOf = (minutes: number): string => {
  if (minutes === 0) return 'Z';
  const size = Math.abs(minutes);
  const [hours, rest] = [Math.floor(size / 60), size % 60].map((one) => String(one).padStart(2, '0'));
  return `${minutes < 0 ? '-' : '+'}${hours}:${rest}`;
};

/** Countries of one zone, or of one that most of their events are in. */
const countryZones: ReadonlyMap<string, readonly string[]> = new Map(
  `germany Europe/Berlin;deutschland Europe/Berlin;france Europe/Paris;spain Europe/Madrid;italy Europe/Rome;austria Europe/Vienna;switzerland Europe/Zurich;netherlands Europe/Amsterdam;belgium Europe/Brussels;poland Europe/Warsaw;sweden Europe/Stockholm;norway Europe/Oslo;denmark Europe/Copenhagen;finland Europe/Helsinki;greece Europe/Athens;uk Europe/London;england Europe/London;britain Europe/London;united kingdom Europe/London;ireland Europe/Dublin;portugal Europe/Lisbon;turkey Europe/Istanbul;ukraine Europe/Kyiv;china Asia/Shanghai;japan Asia/Tokyo;korea Asia/Seoul;south korea Asia/Seoul;india Asia/Kolkata;israel Asia/Jerusalem;vietnam Asia/Ho_Chi_Minh;thailand Asia/Bangkok;south africa Africa/Johannesburg;kenya Africa/Nairobi;nigeria Africa/Lagos;argentina America/Argentina/Buenos_Aires;new zealand Pacific/Auckland;w. europe Europe/Berlin;romance Europe/Paris;central europe Europe/Budapest;central european Europe/Warsaw`
    .split(';')
    .map((line) => [line.slice(0, line.lastIndexOf(' ')), [line.slice(line.lastIndexOf(' ') + 1)]] as const),
);

/** Whether all of these zones showed the same times in the year of an instant, so that it makes no difference which is written. */
export const haveSameClocks = (zones: readonly string[], instant: number): boolean =>
  zones.length < 2 ||
  [0, 91, 182, 273].every((days) => {
    const at = Temporal.Instant.fromEpochMilliseconds(instant + days * 86_400_000);
    return new Set(zones.map((zone) => at.toZonedDateTimeISO(zone).offsetNanoseconds)).size === 1;
  });

/** Whether a text is an offset from UTC such as `GMT+1`, which does not say when clocks change; UTC itself is none. */
export const isOffsetOnly = (text: string): boolean => (offsetIn(text.trim()) ?? 0) !== 0;

/** Cities that the tz database does not name, by those whose clocks they have. */
const otherCities: Readonly<Record<string, string>> = {
  beijing: 'Asia/Shanghai',
  peking: 'Asia/Shanghai',
  shenzhen: 'Asia/Shanghai',
  hangzhou: 'Asia/Shanghai',
  mumbai: 'Asia/Kolkata',
  delhi: 'Asia/Kolkata',
  osaka: 'Asia/Tokyo',
  kyoto: 'Asia/Tokyo',
  munich: 'Europe/Berlin',
  hamburg: 'Europe/Berlin',
  frankfurt: 'Europe/Berlin',
  cologne: 'Europe/Berlin',
  geneva: 'Europe/Zurich',
  milan: 'Europe/Rome',
  barcelona: 'Europe/Madrid',
  edinburgh: 'Europe/London',
  washington: 'America/New_York',
  boston: 'America/New_York',
  miami: 'America/New_York',
  'san francisco': 'America/Los_Angeles',
  seattle: 'America/Los_Angeles',
  'rio de janeiro': 'America/Sao_Paulo',
};

/** Large cities in all parts of the world: of zones with the same clocks, writers most likely mean one of these. */
const wellKnown = [
  ...['Europe/Berlin', 'Europe/Paris', 'Europe/Madrid', 'Europe/Rome', 'Europe/London', 'Europe/Lisbon'],
  ...['Europe/Athens', 'Europe/Helsinki', 'Europe/Kyiv', 'Europe/Istanbul', 'Europe/Moscow'],
  ...['Africa/Lagos', 'Africa/Cairo', 'Africa/Johannesburg', 'Africa/Nairobi'],
  ...['Asia/Dubai', 'Asia/Karachi', 'Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Dhaka', 'Asia/Bangkok', 'Asia/Jakarta'],
  ...['Asia/Shanghai', 'Asia/Singapore', 'Asia/Tokyo', 'Asia/Seoul', 'Asia/Tehran', 'Australia/Perth'],
  ...['Australia/Adelaide', 'Australia/Brisbane', 'Australia/Sydney', 'Pacific/Auckland'],
  ...['America/New_York', 'America/Chicago', 'America/Denver', 'America/Phoenix', 'America/Los_Angeles'],
  ...['America/Anchorage', 'Pacific/Honolulu', 'America/Halifax', 'America/St_Johns', 'America/Bogota'],
  ...['America/Sao_Paulo', 'America/Argentina/Buenos_Aires'],
];

/** A zone in the spelling of the tz database, whatever the case of `text`; `undefined` where it has none of that name. */
export const nameOfZone = (text: string): string | undefined => {
  try {
    const name = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId;
    return /^[A-Z]/.test(name) ? name : undefined;
  } catch {
    return undefined;
  }
};

/** Minutes ahead of UTC, in `UTC+8`, `GMT+05:30`, `+0200` and the like; in `Etc/GMT-5` the sign is turned round. */
const offsetIn = (text: string): number | undefined => {
  const [, word = '', sign, hours, minutes = '0'] =
    /^(Etc\/GMT|UTC|GMT)? ?([+\u2212-]) ?(\d{1,2}):?([0-5]\d)?$/i.exec(text) ?? [];
  if (sign === undefined || hours === undefined || Number(hours) > 14) return undefined;
  const size = Number(hours) * 60 + Number(minutes);
  return (sign === '+') === !/^etc/i.test(word) ? size : -size;
};

const placesAt = (offset: number, instant: number, isStandard: boolean): readonly string[] => {
  const now = Temporal.Instant.fromEpochMilliseconds(instant);
  const later = now.add({ hours: 24 * 182 });
  const offsets = (zone: string): readonly number[] =>
    [now, later].map((at) => at.toZonedDateTimeISO(zone).offsetNanoseconds / 60e9);
  const all = [...new Set([...wellKnown, ...Intl.supportedValuesOf('timeZone')])];
  // By GMT+1 people most often mean the time of their winter, whatever the season, as lists of zones have it.
  const standard = all.filter((zone) => Math.min(...offsets(zone)) === offset);
  const shown = all.filter((zone) => offsets(zone)[0] === offset);
  const known = new Set(wellKnown);
  const ordered = isStandard ? [...standard, ...shown] : [...shown, ...standard];
  return [...new Set([...ordered.filter((zone) => known.has(zone)), ...ordered])].slice(0, 3);
};

const citiesNamed = (name: string): readonly string[] | undefined => {
  const wanted = name.replaceAll('_', ' ').toLowerCase();
  const known = [...wellKnown, ...Intl.supportedValuesOf('timeZone')].find(
    (zone) =>
      zone
        .slice(zone.lastIndexOf('/') + 1)
        .replaceAll('_', ' ')
        .toLowerCase() === wanted,
  );
  const zone = known ?? (Object.hasOwn(otherCities, wanted) ? otherCities[wanted] : undefined);
  return zone === undefined ? undefined : [zone];
};

/** Zones by their names in words: `Eastern Time`, `Eastern Standard Time`, `China Standard Time`. */
const zonesNamed = (name: string): readonly string[] | undefined => {
  const wanted = name.toLowerCase();
  const found = wellKnown.filter((timeZone) =>
    seasons.some((instant) =>
      (['long', 'longGeneric'] as const).some((timeZoneName) => {
        const parts = dateFormat('en-US', { timeZone, timeZoneName }).formatToParts(instant);
        const words = parts.find(({ type }) => type === 'timeZoneName')?.value.toLowerCase();
        return words === wanted || words?.replace(' standard', '') === wanted;
      }),
    ),
  );
  return found.length === 0 ? undefined : found.slice(0, 4);
};

/** A moment in winter, and one in summer. */
const seasons = ['2025-01-15T12:00Z', '2025-07-15T12:00Z'].map((text) => Temporal.Instant.from(text).epochMilliseconds);
