import { expect, it } from 'vitest';
import { UsageError } from '../../core/usage-error.ts';
import { aDiagnostic, aReport } from '../testing/check.ts';
import { formats, reporterOf } from './formats.ts';

it('every format has a name, and prints the same diagnostics', async () => {
  const names = ['pretty', 'json', 'github', 'sarif'];
  expect(Object.keys(formats)).toEqual(names);
  expect(names.map(reporterOf)).toEqual(names);
  const report = aReport([aDiagnostic({ rule: 'broken-link' })]);
  for (const load of Object.values(formats))
    expect((await load())(report)).toMatch(/gala\/a\.md.*broken-link|broken-link.*gala\/a\.md/s);
});

it.each(['xml', '', 'JSON', 'toString', '__proto__'])('there is no format %j', (name) => {
  expect(() => reporterOf(name)).toThrow(
    new UsageError(`There is no format "${name}": write pretty, json, github, sarif.`),
  );
});
