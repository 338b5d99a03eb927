import { cyclic } from '../../random.ts';
import { harmlessBlog } from '../blog.ts';
import { rss } from '../formats/feeds.ts';
import { outside } from '../hostile.ts';
import type { Kind } from './kind.ts';
import { pathTricks } from './names.ts';

/** A harmless source, and an event or a zone that nobody can mean. */
export const slugsAndZones: Kind = (round) => {
  const harmless = { file: 'feed.xml', source: rss(harmlessBlog()) };
  if (round % 4 === 3) {
    const zone = cyclic(zones, Math.floor(round / 4));
    return { ...harmless, name: `the zone ${JSON.stringify(zone)}`, args: [`--timezone=${zone}`] };
  }
  const slug = cyclic(slugs, round);
  return { ...harmless, name: `the event ${JSON.stringify(slug.slice(0, 60))}`, slug };
};

// No argument can hold a NUL.
const slugs: readonly string[] = [
  ...pathTricks.filter((name) => !name.includes('\0')),
  '',
  ' ',
  'a'.repeat(201),
  'a'.repeat(100_000),
  'search',
  'feeds',
  '404',
  'Storm',
  'sto\u202erm',
  'site.yml',
  'calm/..',
  'storm/',
];

const zones = [
  '',
  'Europe/Atlantis',
  '+01:00',
  '../../etc/passwd',
  `:${outside}/secret.txt`,
  'x'.repeat(10_000),
  'UTC\n',
  'europe/berlin',
];
