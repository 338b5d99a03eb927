import { describe, expect, test } from 'vitest';
import { isLicense, licenseOf } from './license.ts';
import { readArchive } from './read-archive.ts';
import { anEvent, aSite, contentOf } from './testing.ts';

describe('a licence', () => {
  test.each([
    ['CC-BY-4.0', 'CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/'],
    ['CC-BY-NC-SA-3.0', 'CC BY-NC-SA 3.0', 'https://creativecommons.org/licenses/by-nc-sa/3.0/'],
    ['CC0-1.0', 'CC0 1.0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
    ['ODbL-1.0', 'ODbL-1.0', 'https://spdx.org/licenses/ODbL-1.0.html'],
    [
      'https://creativecommons.org/licenses/by-sa/4.0/deed.de',
      'CC BY-SA 4.0',
      'https://creativecommons.org/licenses/by-sa/4.0/deed.de',
    ],
    ['https://www.example.org/rights/', 'example.org', 'https://www.example.org/rights/'],
  ])('has a name and an address: %s', (written, name, url) => {
    expect([isLicense(written), licenseOf(written)]).toEqual([true, { name, url }]);
  });

  test.each(['CC-BY-5.0', 'cc-by-4.0', 'All rights reserved', 'https://'])(
    'is not what nobody knows: %s',
    (written) => {
      expect(isLicense(written)).toBe(false);
    },
  );

  test('of the archive is that of an event without one of its own', () => {
    const read = (site: Record<string, string>, event: Record<string, string>) => {
      const texts = { 'site.yml': aSite(site), 'gala/event.md': anEvent(event) };
      return readArchive(contentOf(texts)).archive.events[0]?.license?.name;
    };
    expect(read({ license: 'CC0-1.0' }, {})).toBe('CC0 1.0');
    expect(read({ license: 'CC0-1.0' }, { license: 'CC-BY-4.0' })).toBe('CC BY 4.0');
    expect(read({}, {})).toBeUndefined();
  });
});
