import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../src/io/settings.ts';
import { filesOf } from './testing/built-site.ts';
import { samplesFolder } from './testing/samples.ts';

/** People delete these, or put others in their place. */
const samples = ['11-11-2019', 'apollo-11'].filter((name) => existsSync(join(root, 'content', name, 'event.md')));

describe.runIf(samples.length > 0)('the samples in content/, where they still are', () => {
  test('are those that tests look at', () => {
    for (const name of samples)
      expect(filesOf(join(root, 'content', name))).toEqual(filesOf(join(samplesFolder, name)));
  });
});
