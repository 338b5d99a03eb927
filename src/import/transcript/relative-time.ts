/** How long ago something was, as a page shows it: `1 hr 27 min ago`. */
export type RelativeTime = {
  readonly minutes: number;
  /** The smallest unit that is written: what is said to the hour is known to the hour only. */
  readonly unit: 'minute' | 'hour' | 'day';
};

type Unit = 'second' | RelativeTime['unit'] | 'week';

const spellings: Readonly<Record<Unit, string>> = {
  second:
    'секунд 秒 秒钟 초 s sec secs second seconds sek sekunde sekunden sekunder seconde secondes secondi segundo segundos seconden',
  minute:
    '分 分钟 分鐘 분 m min mins minute minutes minuten minuto minuti minutos minuut minuter minutter minut minuty dakika м мин минут минуты',
  hour: '时 時間 小时 小時 시간 h hr hrs std hour hours stunde stunden heure heures hora horas ora ore uur uren timme timmar time timer godz saat ч часа часов',
  day: '天 日 일 d day days tag tage tagen jour jours j día días dia dias giorno giorni dag dagen dagar dage dni gün дня дней',
  week: '周 週間 주 w wk wks week weeks woche wochen semaine semaines semana semanas settimana settimane weken',
};

const units: ReadonlyMap<string, Unit> = new Map(
  (['second', 'minute', 'hour', 'day', 'week'] as const).flatMap((unit) =>
    spellings[unit].split(' ').map((name) => [name, unit] as const),
  ),
);

const minutesOf: Readonly<Record<Unit, number>> = { second: 0, minute: 1, hour: 60, day: 1440, week: 10_080 };

const announced =
  /^(?:(?:last )?updated|posted|published|from|aktualisiert|veröffentlicht|publié|mis à jour|publicado|actualizado)\b:? ?/iu;
const roughly =
  /^(?:about|almost|over|around|less than|etwa|rund|fast|weniger als|environ|moins d['’] ?|moins de|circa|meno di|ca\.|unos|menos de|casi|minder dan) ?(?=\S)/iu;
const before = /^(?:vor|il y a|hace|há) (.+)$/iu;
const behind = /^(?:för |for )?(.+) (?:ago|earlier|fa|atrás|geleden|sedan|siden|temu|önce|назад)$/iu;
const eastern = /^(?:约|約)? ?(半\p{L}{2}|(?:\d{1,4} ?\p{L}{1,3} ?)+) ?(?:前|之前|以前|전)$/u;
const now =
  /^(?:(?:just|right) now|now|(?:a )?moments? ago|(?:gerade )?eben|jetzt|soeben|à l['’]instant|maintenant|ahora(?: mismo)?|adesso|ora|agora(?: mesmo)?|zojuist|刚刚|剛剛|たった今|방금(?: 전)?)$/iu;

const aWhile = /^(?:a (?:little |short )?while|kurzem|einer weile|un moment|un rato|poco|pouco)$/iu;

/** Fractions of an hour in words, as minutes. */
const fractions: ReadonlyMap<number, RegExp> = new Map([
  [
    30,
    /^(?:half an hour|a half hour|(?:einer )?halben stunde|une demi-heure|media hora|mezz['’]ora|meia hora|een half uur|en halv ?timme|en halv time|半小时|半小時|半時間)$/iu,
  ],
  [15, /^(?:a )?quarter of an hour$|^einer viertelstunde$|^un quart d['’]heure$|^een kwartier$|^en kvart$/iu],
  [45, /^three quarters of an hour$|^einer dreiviertelstunde$|^trois quarts d['’]heure$/iu],
]);

/** A few seconds are less than a minute; a few minutes are not known. */
const some =
  /^(?:(?:a )?few|a couple of|some|several|ein paar|einigen|wenigen|quelques|unos|algunos|alguns|alcuni|een paar|enkele|några|nogle|noen|kilka|birkaç|несколько) \p{L}+$/iu;

/**
 * Reads a line that says nothing but how long ago something was, in the words of English, German, French, Spanish,
 * Italian, Portuguese, Dutch, Scandinavian languages, Polish, Turkish, Russian, Chinese, Japanese and Korean.
 * `undefined` for any other line.
 */
export const relativeTimeOf = (form: string): RelativeTime | undefined => {
  if (form.length > 60) return undefined;
  const amounts = amountsOf(form);
  if (amounts === undefined) return undefined;
  if (amounts === 'now' || someOf(amounts) === 'second') return { minutes: 0, unit: 'minute' };
  const exact = amounts.replace(roughly, '');
  const fraction = fractions.entries().find(([, words]) => words.test(exact))?.[0];
  return fraction === undefined ? sumOf(exact) : { minutes: fraction, unit: 'minute' };
};

/** Whether a line says nothing but that something was a while ago: `a few minutes ago`, `vor Kurzem`. */
export const isSomeTimeAgo = (form: string): boolean => {
  if (form.length > 60) return false;
  const amounts = amountsOf(form);
  return amounts !== undefined && (someOf(amounts) !== undefined || aWhile.test(amounts));
};

/** The words between those that say that it is over, such as `5 minutes` of `Updated 5 minutes ago`. */
const amountsOf = (form: string): string | undefined => {
  const plain = form.replace(/^[-*•·|–— ]+|[-*•·|–— ]+$/gu, '').replace(announced, '');
  return now.test(plain) ? 'now' : (before.exec(plain) ?? behind.exec(plain) ?? eastern.exec(plain))?.[1]?.trim();
};

/** The unit of which there are some, however many. */
const someOf = (amounts: string): Unit | undefined =>
  some.test(amounts) ? units.get(amounts.split(' ').at(-1)?.toLowerCase() ?? '') : undefined;

/** Numbers in words, from two on, of the languages whose pages write them so. */
const numbers: ReadonlyMap<string, number> = new Map(
  [
    'two zwei deux dos due dois twee två to два',
    'three drei trois tres tre três drie tre три',
    'four vier quatre cuatro quattro quatro vier fyra',
    'five fünf cinq cinco cinque vijf fem',
    'six sechs seis sei zes sex',
    'seven sieben sept siete sette sete zeven sju',
    'eight acht huit ocho otto oito åtta',
    'nine neun neuf nueve nove negen nio',
    'ten zehn dix diez dieci dez tien tio',
    'eleven elf onze once undici elva',
    'twelve zwölf douze doce dodici doze twaalf tolv',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 2] as const)),
);

const inWords = [...numbers.keys()].join('|');

const amount = new RegExp(
  String.raw`^(?:(\d{1,4})|(an?|one|einer|einem|eine|ein|una|uno|une?|uma?|een|ett?|en|${inWords})(?!\p{L}))(?: ?(\p{L}+)\.?)?(?: (?:and|und|et|y|e|en|och|og) |,? |(?=\d)|$)`,
  'iu',
);

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
    minutes += Number(digits ?? numbers.get(word?.toLowerCase() ?? '') ?? 1) * minutesOf[unit];
    smallest = unit;
    rest = rest.slice(whole.length);
  }
  return smallest && { minutes, unit: smallest === 'second' ? 'minute' : smallest === 'week' ? 'day' : smallest };
};
