import type { Log, Result } from 'sarif';
import { describe, expect, it } from 'vitest';
import { rules } from '../../core/rules.ts';
import { aDiagnostic, aReport } from '../testing/check.ts';
import type { CheckReport } from './check-report.ts';
import { sarif } from './sarif.ts';

const entry = '---\ntitle: The curtain rises\n  time: noon 双\n---\n';

const logOf = (report: CheckReport): Log => JSON.parse(sarif(report));
const resultsOf = (report: CheckReport): readonly Result[] => logOf(report).runs[0]?.results ?? [];
const indexOf = (rule: string): number => Object.keys(rules).indexOf(rule);

describe('a log in SARIF', () => {
  it('holds a result for each diagnostic, with its place, the other file and the corrected line', () => {
    const report = aReport(
      [
        aDiagnostic({ column: 9, corrected: '  time: 2019-11-11T12:00' }),
        aDiagnostic({ rule: 'falling-metric', line: 1, column: 1, related: 'gala/b.md', hint: '' }),
        aDiagnostic({ rule: 'lost-text', severity: 'warning', line: 2, column: 3 }),
      ],
      { 'gala/a.md': entry },
    );
    const artifactLocation = { uri: 'content/gala/a.md' };
    const expected: readonly Result[] = [
      {
        ruleId: 'invalid-time',
        ruleIndex: indexOf('invalid-time'),
        level: 'error',
        message: { text: 'Unexpected time "noon", expected another. Write 12:00.' },
        locations: [{ physicalLocation: { artifactLocation, region: { startLine: 3, startColumn: 9 } } }],
        fixes: [
          {
            description: { text: 'Write 12:00.' },
            artifactChanges: [
              {
                artifactLocation,
                replacements: [
                  {
                    deletedRegion: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 15 },
                    insertedContent: { text: '  time: 2019-11-11T12:00' },
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        ruleId: 'falling-metric',
        ruleIndex: indexOf('falling-metric'),
        level: 'error',
        message: { text: 'Unexpected time "noon", expected another.' },
        locations: [{ physicalLocation: { artifactLocation, region: { startLine: 1, startColumn: 1 } } }],
        relatedLocations: [{ physicalLocation: { artifactLocation: { uri: 'content/gala/b.md' } } }],
      },
      {
        ruleId: 'lost-text',
        ruleIndex: indexOf('lost-text'),
        level: 'warning',
        message: { text: 'Unexpected time "noon", expected another. Write 12:00.' },
        locations: [{ physicalLocation: { artifactLocation, region: { startLine: 2, startColumn: 3 } } }],
      },
    ];
    expect(resultsOf(report)).toEqual(expected);
  });

  it('says of which version it is, and has all rules with their meaning and severity', () => {
    const expected: Log = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'Recapsule',
              rules: Object.entries(rules).map(([id, { severity, meaning }]) => ({
                id,
                shortDescription: { text: meaning },
                defaultConfiguration: { level: severity },
              })),
            },
          },
          columnKind: 'utf16CodeUnits',
          results: [],
        },
      ],
    };
    expect(logOf(aReport([]))).toEqual(expected);
  });

  it('gives each result the index of its rule', () => {
    const all = Object.keys(rules).map((rule) => aDiagnostic({ ...(rule in rules && { rule: rule as 'lost-text' }) }));
    const log = logOf(aReport(all));
    const named = resultsOf(aReport(all)).map(({ ruleIndex = -1 }) => log.runs[0]?.tool.driver.rules?.[ruleIndex]?.id);
    expect(named).toEqual(Object.keys(rules));
  });

  it('has a fix that replaces the whole line and nothing else', () => {
    const text = 'a\r\nwide 双 🚀 line\r\nb\r\n';
    const report = aReport([aDiagnostic({ line: 2, column: 1, corrected: 'new' })], { 'gala/a.md': text });
    const region = resultsOf(report)[0]?.fixes?.[0]?.artifactChanges[0]?.replacements[0]?.deletedRegion;
    expect(region).toEqual({ startLine: 2, startColumn: 1, endLine: 2, endColumn: 'wide 双 🚀 line'.length + 1 });
  });

  it('has no fix for a line that is not there', () => {
    expect(resultsOf(aReport([aDiagnostic({ corrected: 'x' })]))[0]).not.toHaveProperty('fixes');
  });

  it('names files by addresses, in which everything is encoded that an address cannot hold', () => {
    const file = '双十一/a b#c?d%e:f"\u001b.md';
    const [result] = resultsOf(aReport([aDiagnostic({ file, related: 'gala/ä.md' })]));
    const uri = result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
    expect(uri).toBe('content/%E5%8F%8C%E5%8D%81%E4%B8%80/a%20b%23c%3Fd%25e%3Af%22%1B.md');
    expect(decodeURIComponent(new URL(uri, 'file:///').pathname)).toBe(`/content/${file}`);
    expect(result?.relatedLocations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('content/gala/%C3%A4.md');
  });

  it('names files above the working directory, and elsewhere', () => {
    const uris = ['../content', '/srv/my content'].map(
      (folder) =>
        resultsOf(aReport([aDiagnostic()], {}, { pathOf: (file) => `${folder}/${file}` }))[0]?.locations?.[0]
          ?.physicalLocation?.artifactLocation?.uri,
    );
    expect(uris).toEqual(['../content/gala/a.md', '/srv/my%20content/gala/a.md']);
  });
});
