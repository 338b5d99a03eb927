/** How long ago something was, as a page shows it: `1 hr 27 min ago`. */
export type RelativeTime = {
  readonly minutes: number;
  /** The smallest unit that is written: what is said to the hour is known to the hour only. */
  readonly unit: 'minute' | 'hour' | 'day';
};

type Unit = 'second' | RelativeTime['unit'] | 'week';

const spellings: Readonly<Record<Unit, string>> = {
  second: 's sec secs second seconds sek sekunde sekunden sekunder seconde secondes secondi segundo segundos seconden',
  minute:
    'm min mins minute minutes minuten minuto minuti minutos minuut minuter minutter minut minuty dakika м мин минут минуты',
  hour: 'h hr hrs std hour hours stunde stunden heure heures hora horas ora ore uur uren timme timmar time timer godz saat ч часа часов',
  day: 'd day days tag tage tagen jour jours j día días dia dias giorno giorni dag dagen dagar dage dni gün дня дней',
  week: 'w wk wks week weeks woche wochen semaine semaines semana semanas settimana settimane weken',
};

const units: ReadonlyMap<string, Unit> = new Map(
  (['second', 'minute', 'hour', 'day', 'week'] as const).flatMap((unit) =>
    spellings[unit].split(' ').map((name) => [name, unit] as const),
  ),
);

const minutesOf: Readonly<Record<Unit, number>> = { second: 0, minute: 1, hour: 60, day: 1440, week: 10_080 };

const announced =
  /^(?:(?:last )?updated|posted|published|from|aktualisiert|veröffentlicht|publié|mis à jour|publicado|actualizado)\b:? ?/iu;
const roughly = /^(?:about|almost|over|around|etwa|rund|environ|circa|ca\.|unos) /iu;
const before = /^(?:vor|il y a|hace|há) (.+)$/iu;
const behind = /^(?:för |for )?(.+) (?:ago|fa|atrás|geleden|sedan|siden|temu|önce|назад)$/iu;
const now =
  /^(?:just now|(?:a )?moments? ago|gerade eben|soeben|à l['’]instant|ahora mismo|adesso|agora mesmo|zojuist)$/iu;

/**
 * Reads a line that says nothing but how long ago something was, in the words of English, German, French, Spanish,
 * Italian, Portuguese, Dutch, Scandinavian languages, Polish, Turkish and Russian. `undefined` for any other line.
 */
export const relativeTimeOf = (form: string): RelativeTime | undefined => {
  if (form.length > 60) return undefined;
  const plain = form.replace(/^[-*•·|–— ]+|[-*•·|–— ]+$/gu, '').replace(announced, '');
  if (now.test(plain)) return { minutes: 0, unit: 'minute' };
  const amounts = (before.exec(plain) ?? behind.exec(plain))?.[1];
  return amounts === undefined ? undefined : sumOf(amounts.replace(roughly, ''));
};

const amount =
  /^(?:(\d{1,4})|(an?|one|einer|einem|eine|ein|una|uno|une?|uma?|een|ett?|en)(?!\p{L}))(?: ?(\p{L}+)\.?)?(?: (?:and|und|et|y|e|en|och|og) |,? |$)/iu;

const sumOf = (text: string): RelativeTime | undefined => {
  let minutes = 0;
  let smallest: Unit | undefined;
  let rest = text;
  while (rest !== '') {
    const [whole, digits, word, name] = amount.exec(rest) ?? [];
    if (whole === undefined || (digits === undefined && word === undefined)) return undefined;
    // "il y a 1 h 12": what stands behind the hours are minutes.
    const unit = name === undefined && smallest === 'hour' ? 'minute' : units.get(name?.toLowerCase() ?? '');
    if (unit === undefined) return undefined;
    minutes += Number(digits ?? 1) * minutesOf[unit];
    smallest = unit;
    rest = rest.slice(whole.length);
  }
  return smallest && { minutes, unit: smallest === 'second' ? 'minute' : smallest === 'week' ? 'day' : smallest };
};
