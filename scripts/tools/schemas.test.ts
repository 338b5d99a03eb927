import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, test } from 'vitest';
import { type ContentFiles, fileName } from '../../src/core/content-files.ts';
import { readDocument, readYamlFile } from '../../src/core/document.ts';
import { parseMoment } from '../../src/core/moment.ts';
import { documentSchemas } from '../../src/core/schema/documents.ts';
import { entrySchema } from '../../src/core/schema/entry.ts';
import { siteSchema } from '../../src/core/schema/site.ts';
import { aSmallArchive } from '../../src/core/testing.ts';
import { readContent } from '../../src/io/read-content.ts';
import { root } from '../../src/io/settings.ts';
import fc from '../testing/fast-check.ts';
import { samplesFolder } from '../testing/samples.ts';
import { schemaFiles } from './schemas.ts';

const texts = schemaFiles();
const validatorOf = (name: string): ValidateFunction =>
  new Ajv({ strict: true }).compile(JSON.parse(texts.get(`src/core/schema/${name}.schema.json`) ?? ''));
const validators = { entry: validatorOf('entry'), event: validatorOf('event'), site: validatorOf('site') };

/** The fields of each document of a content folder, as JSON, with the schema that is theirs. */
const documentsOf = (files: ContentFiles) =>
  [...files].flatMap(([path, content]) => {
    if (!(content instanceof Uint8Array)) return [];
    const name = path === 'site.yml' ? 'site' : fileName(path) === 'event.md' ? 'event' : 'entry';
    const fault = () => expect.fail(`${path} cannot be read`);
    const fields = name === 'site' ? readYamlFile(path, content, fault) : readDocument(path, content, fault)?.fields;
    return [{ path, name: name as keyof typeof validators, data: fields?.data }];
  });

const refused = (files: ContentFiles) =>
  documentsOf(files).flatMap(({ path, name, data }) => {
    const validate = validators[name];
    return validate(data) ? [] : { path, errors: validate.errors };
  });

test.each([...texts])('what follows from the schemas is right; if not, run "npm run schemas": %s', (path, text) => {
  expect(readFileSync(join(root, path), 'utf8')).toBe(text);
});

test('the document lists every field', () => {
  const rows = texts.get('docs/writing.md')?.match(/^\| `.*\|$/gm) ?? [];
  expect(rows).toContain('| `draft` |  | true while it must not be published |');
  expect(rows).toContain(
    '| `timezone` | yes | The IANA name of the zone in which the event happens, such as Asia/Shanghai |',
  );
  expect(rows).toContain('| `publisher` |  | Who publishes the archive |');
});

describe('the JSON Schemas', () => {
  test('are for draft 7, know their names, and explain every field', () => {
    const schemas = [...texts].filter(([path]) => path.endsWith('.json'));
    expect(schemas).toHaveLength(Object.keys(documentSchemas).length);
    for (const [path, text] of schemas) {
      const schema = JSON.parse(text);
      expect(schema).toMatchObject({
        $schema: 'http://json-schema.org/draft-07/schema#',
        $id: fileName(path),
        additionalProperties: false,
      });
      const fields = Object.entries<{ description?: string }>(schema.properties);
      expect(fields.filter(([, { description = '' }]) => !/\S/.test(description))).toEqual([]);
    }
  });

  test('let the content of the samples through', async () => {
    const { files } = await readContent(samplesFolder);
    expect(documentsOf(files).length).toBeGreaterThan(30);
    expect(refused(files)).toEqual([]);
    expect(refused(aSmallArchive())).toEqual([]);
  });
});

const entry = { title: 'A song', time: '2019-11-11T10:18' };
const event = {
  title: 'Gala',
  description: 'A night of songs.',
  timezone: 'Asia/Shanghai',
  starts: '2019-11-10T12:00',
  ends: '2019-11-11T24:00',
  order: 'newest-first',
};
const site = { title: 'Recaps', description: 'Worth keeping.', url: 'https://recaps.example.org', language: 'en' };
const given = { entry, event, site } as const;

describe('a mistake that an editor can show', () => {
  test.each([
    ['entry', { tittle: 'A song' }],
    ['entry', { title: undefined }],
    ['entry', { title: '' }],
    ['entry', { title: 'Two\nlines' }],
    ['entry', { title: 2018 }],
    ['entry', { time: '2019-11-11 10:18' }],
    ['entry', { time: '2019-11-11T9:18' }],
    ['entry', { time: '2019-11-11T24:01' }],
    ['entry', { day: '11 November' }],
    ['entry', { untimed: 'middle' }],
    ['entry', { sequence: 1.5 }],
    ['entry', { topics: 'gmv' }],
    ['entry', { pinned: 'yes' }],
    ['entry', { source: 'example.org' }],
    ['entry', { milestone: false }],
    ['entry', { milestone: { metric: 'gmv', value: '10e9' } }],
    ['entry', { milestone: { metric: 'gmv', surpasses: [2015] } }],
    ['entry', { corrections: [{ time: '2019-11-11' }] }],
    ['entry', { withdrawn: true }],
    ['event', { order: 'newest' }],
    ['event', { timezone: undefined }],
    ['event', { 'day-starts-at': '4:00' }],
    ['event', { hero: { picture: 'a.png' } }],
    ['event', { metrics: { gmv: { title: 'GMV', unit: 'USD', rates: { CNY: 0 } } } }],
    ['event', { metrics: { gmv: { title: 'GMV', unit: 'USD', currency: 'USD' } } }],
    ['event', { language: 'English' }],
    ['site', { url: 'recaps.example.org' }],
    ['site', { publisher: 'Press' }],
    ['site', { links: [{ title: 'Social' }] }],
    ['entry', { source: 'https://\n&' }],
  ] as const)('is refused in %s: %j', (name, mistake) => {
    const validate = validators[name];
    expect(validate(given[name])).toBe(true);
    expect(validate(JSON.parse(JSON.stringify({ ...given[name], ...mistake })))).toBe(false);
  });
});

describe('what the core takes, an editor takes too', () => {
  test('optional fields with nothing in them', () => {
    const nothing = [null, '', '  ', [], [''], {}];
    for (const value of nothing) {
      for (const kind of ['entry', 'event', 'site'] as const)
        for (const [name, part] of Object.entries(documentSchemas[kind].shape))
          if (part.isOptional()) expect(validators[kind]({ ...given[kind], [name]: value }), name).toBe(true);
      expect(validators.entry({ ...entry, title: value })).toBe(false);
      expect(validators.entry({ ...entry, milestone: { metric: 'gmv', value } })).toBe(true);
    }
    expect(validators.event({ ...event, hero: { picture: '', alt: null } })).toBe(true);
    expect(validators.entry({ ...entry, withdrawn: { time: '2019-11-11', reason: '' } })).toBe(false);
  });

  test('a time', () => {
    const two = fc.integer({ min: 0, max: 61 }).map((one) => String(one).padStart(2, '0'));
    const time = fc
      .tuple(fc.constantFrom('2019-11-11', '2020-02-29', '0001-01-01'), two, two, two)
      .chain(([date, hours, minutes, seconds]) =>
        fc.constantFrom(
          ...[date, `${date}T${hours}:${minutes}`, `${date}T${hours}:${minutes}:${seconds}`],
          ...[`${date}T24:00`, `${date}T24:00:00Z`, `${date}T${hours}:${minutes}+${minutes}:${seconds}`],
        ),
      );
    fc.assert(
      fc.property(time, (time) => {
        fc.pre(!('rule' in parseMoment(time, 'UTC')));
        expect(validators.entry({ ...entry, time })).toBe(true);
      }),
    );
  });

  test('an address', () => {
    const address = fc.oneof(
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.string({ unit: 'binary' }).map((text) => `https://${text}`),
      fc.constantFrom('http://例子.测试/路径 one', 'https://a', 'HTTPS://A', 'https://'),
    );
    fc.assert(
      fc.property(address, (source) => {
        fc.pre(entrySchema.safeParse({ ...entry, source }).success);
        expect(validators.entry({ ...entry, source })).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test.each(['en', 'zh-Hans', 'de-CH', 'de-CH-1996', 'EN-gb', 'yue', 'de-DE-u-co-phonebk', 'en-x-pirate'])(
    'the language %s',
    (language) => {
      expect(siteSchema.safeParse({ ...site, language }).success).toBe(true);
      expect(validators.site({ ...site, language })).toBe(true);
    },
  );

  test('text with any character in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        expect(validators.entry({ ...entry, title })).toBe(entrySchema.safeParse({ ...entry, title }).success);
      }),
      { numRuns: 1000 },
    );
  });
});
