import { numberFormat } from './formatters.ts';

/** Which of these units a writer means by `name`: its own spelling, or of a currency its symbol or its name in English. */
export const unitNamed = (name: string, units: readonly string[]): string | undefined => {
  const wanted = folded(name);
  if (wanted === '') return undefined;
  return (
    units.find((unit) => unit === name) ??
    units.find((unit) => folded(unit) === wanted) ??
    units.find((unit) => namesOf(unit).includes(wanted))
  );
};

/**
 * Whether a unit is a noun of what comes whole, such as visitors, orders or 人. What is measured or paid has decimals: money,
 * units of science and daily life, points, shares, and what is counted by the million.
 */
export const isCounted = (unit: string): boolean =>
  unit.trim() !== '' && !isCurrency(unit) && !/[%‰°²³/\d]|^[a-zµ]{1,2}$/i.test(unit) && !words(unit).some(isMeasure);

const isMeasure = (word: string): boolean =>
  ['', 's', 'e', 'n', 'en', 'es'].some(
    (plural) => word.endsWith(plural) && measures.has(word.slice(0, word.length - plural.length)),
  );

const words = (unit: string): readonly string[] => folded(unit).split(/[\s.·*-]+/u);

/** Units of measure in the languages in which events are most often written; plurals in s, e, en and n are found as well. */
const measures: ReadonlySet<string> = new Set(
  `min sec hrs hour minute second day week month year stunde sekunde tag woche monat jahr heure jour mois
  hora minuto segundo día año ora minuto secondo giorno anno
  km cm mm mi ft in yd nm meter metre kilometer kilometre kilomètre mètre metro chilometro mile meile foot feet inch inche yard
  kg mg lb lbs oz gram gramme gramm kilo kilogram kilogramm kilogramme ton tonne pound ounce
  ml cl dl hl l liter litre litro gallon barrel bbl ha hectare hektar acre sqm sqft
  w kw mw gw kwh mwh gwh twh watt kilowatt megawatt gigawatt j kj mj kcal cal joule calorie kalorie
  pa hpa kpa bar mbar psi hz khz mhz ghz hertz kb mb gb tb pb byte kilobyte megabyte gigabyte terabyte bit
  mph kmh kn kt knot knoten mach db decibel dezibel volt ampere amp ohm lux lumen
  degree grad celsius fahrenheit kelvin percent prozent pourcent percentage pct prozentpunkt point punkt punto pt pts score index
  rate ratio quote average durchschnitt mean magnitude factor faktor per pro je
  dollar euro cent yuan yen franc franken rupee krone krona rouble rubel peso real won pound
  thousand tausend tsd million millione millionen mio mln milliarde mrd billion billionen bn trillion lakh crore hundred dozen
  秒 分 分钟 分鐘 小时 小時 时 時 時間 天 日 周 週 月 年 米 公里 千米 厘米 毫米 克 公斤 千克 吨 噸 升 毫升 度 公顷 亩 瓦 千瓦时
  元 円 美元 欧元 人民币 分数 百分比 メートル キロ グラム トン リットル ドル ポイント 点 点数 점 초 분 시간 미터 킬로미터 원`
    .split(/\s+/u)
    .map((word) => word.toLowerCase()),
);

/** Whether a unit has the form of a code of ISO 4217. */
export const isCurrency = (unit: string): boolean => /^[A-Z]{3}$/.test(unit);

const folded = (name: string): string => name.trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** Other names of a unit, in lower case. */
const namesOf = (unit: string): readonly string[] => {
  // A singular or plural of the same noun.
  if (!isCurrency(unit)) return [`${folded(unit)}s`, folded(unit).replace(/s$/, '')];
  const shown = (display: 'symbol' | 'narrowSymbol' | 'name'): string =>
    numberFormat('en', { style: 'currency', currency: unit, currencyDisplay: display })
      .formatToParts(2)
      .find(({ type }) => type === 'currency')?.value ?? '';
  const name = shown('name').toLowerCase();
  const last = name.slice(name.lastIndexOf(' ') + 1);
  const ofDollar = shown('narrowSymbol') === '$' ? [unit.slice(0, 2), unit.slice(0, 1)].map((land) => `${land}$`) : [];
  const symbols = [shown('symbol'), shown('narrowSymbol'), ...ofDollar, ...(further.get(unit) ?? [])];
  return [...symbols.map((symbol) => symbol.toLowerCase()), name, last, last.replace(/s$/, '')];
};

const further: ReadonlyMap<string, readonly string[]> = new Map([
  ['CNY', ['rmb', '元', '人民币', 'renminbi']],
  ['USD', ['美元', 'us dollar', 'u.s. dollars', 'u.s.$']],
  ['EUR', ['欧元', 'ευρώ']],
  ['JPY', ['円', '日元']],
  ['KRW', ['원']],
  ['INR', ['rs', 'rs.']],
  ['GBP', ['pound sterling']],
  ['CHF', ['fr.', 'sfr', 'franken']],
]);
