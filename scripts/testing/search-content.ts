import { entryFile, settings } from './temporary-content.ts';
import { said } from './typed-searches.ts';

const inLanguage = (language: string): string => settings.event(`language: ${language}\n`);
const day = (number: number): string => `2020-03-${String(number).padStart(2, '0')}`;

/** Events in other scripts: what each entry says, by its slug. */
export const scripts = {
  zhongwen: {
    kaichang: ['双十一购物节开场', '零点刚过，成交额就突破了一百亿元，用时九十六秒。'],
    wuliu: ['物流开始发货', '第一个包裹从杭州的仓库出发，八分钟后送到顾客手中。'],
    'shuju-2019': ['数据公布', '2019年的总成交额为2684亿元人民币。'],
  },
  nihongo: {
    kaimaku: ['開幕式が始まる', '新幹線で東京へ向かう観客がスタジアムに集まりました。'],
    kinmedaru: ['金メダル', '柔道の決勝で選手が勝利を収めた。'],
  },
  arabi: {
    intilaq: ['انطلاق الصاروخ', 'ارتفع الصاروخ في السماء أمام آلاف المشاهدين.'],
    hubut: ['هبوط ناجح', 'وصلت المركبة إلى سطح القمر بسلام.'],
  },
} as const;

const vowels = ['a', 'e', 'i', 'o', 'u'] as const;
const consonants = ['b', 'c', 'd', 'f', 'g', 'l', 'm', 'n', 'r', 's'] as const;

/** 150 words of six thousand that nobody knows, in another order for each entry. */
export const prose = (index: number): string =>
  Array.from({ length: 150 }, (_, at) => {
    const digits = [...String((index * 7919 + at * at * 104_729) % 6000)].map(Number);
    return digits.map((digit, place) => `${consonants[digit]}${vowels[(digit + place) % 5]}`).join('');
  }).join(' ');

/** Six events to be searched, one of 1,000 entries; a draft and a withdrawn entry are in no index. */
export const searchContent: Record<string, string> = {
  'zhongwen/event.md': inLanguage('zh'),
  'nihongo/event.md': inLanguage('ja'),
  'arabi/event.md': inLanguage('ar'),
  'mots/event.md': inLanguage('fr'),
  'mots/scene.md': entryFile('Sur scène', `${day(3)}T10:00`, 'Ce soir l’orchestre joue dans la Große Straße—déjà !'),
  'mots/prix.md': entryFile('今天的价格', `${day(3)}T11:00`, '今天，iPhone 发布；ＡＢＣ（iPad）也是。'),
  'long/event.md': settings.event(),
  'zhongwen/secret.md': entryFile('秘密', `${day(3)}T10:00`, '这是草稿。', 'draft: true\n'),
  'zhongwen/gone.md': entryFile(
    '错误',
    `${day(3)}T11:00`,
    '撤回的内容。',
    `withdrawn: {time: ${day(3)}T12:00, reason: 不实}\n`,
  ),
};
searchContent['typed/event.md'] = settings.event();
for (const [slug, text] of Object.entries(said))
  searchContent[`typed/${slug}.md`] = entryFile(slug, `${day(3)}T10:30`, text);
for (const [event, entries] of Object.entries(scripts))
  for (const [slug, [title, body]] of Object.entries(entries))
    searchContent[`${event}/${slug}.md`] = entryFile(title, `${day(3)}T10:30`, body);
for (let index = 0; index < 1000; index++)
  searchContent[`long/entry-${index}.md`] = entryFile(
    `Report ${index}`,
    `${day(1 + (index % 28))}T10:${String(index % 60).padStart(2, '0')}`,
    prose(index),
  );
