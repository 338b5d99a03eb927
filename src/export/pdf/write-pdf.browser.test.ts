import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, inject, test, vi } from 'vitest';
import { findBrowser } from '../../../scripts/testing/browser.ts';
import { siteIn } from '../../../scripts/testing/copy-of-site.ts';
import { temporaryFolder } from '../../../scripts/testing/temporary-content.ts';
import { findPrinter } from './find-browser.ts';
import { openBrowser } from './open-browser.ts';
import { write } from './write-pdf.ts';

const folder = temporaryFolder();

beforeAll(async () => {
  const { executablePath, env } = await findBrowser();
  for (const [name, value] of Object.entries({ ...env, CHROME_PATH: executablePath })) vi.stubEnv(name, value);
});

/** The objects of a PDF that a browser has printed; streams stay compressed. */
const printed = async (event: string): Promise<string> => {
  const path = join(folder, `${event}.pdf`);
  await write(await siteIn(inject('site'), event), path);
  return readFileSync(path, 'latin1');
};

/** The titles of the outline, in its order: objects are numbered so. */
const titlesIn = (pdf: string): string[] =>
  [...pdf.matchAll(/\/Title (?:\(((?:\\.|[^)\\])*)\)|<([0-9A-F]+)>)/gi)].map(([, text, hex]) =>
    hex === undefined
      ? (text ?? '').replaceAll('\\', '')
      : Buffer.from(hex.replace(/^FEFF/i, ''), 'hex').swap16().toString('utf16le'),
  );

// The one begins with its newest entry, the other with its oldest.
test.each(['11-11-2019', 'apollo-11'])(
  'the PDF of %s is tagged, says its language, and has an outline with all entries in the order of time',
  async (event) => {
    const site = inject('site');
    const pdf = await printed(event);
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toMatch(/\/Lang \(en\)/);
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(10);
    const { title, entries } = JSON.parse(readFileSync(join(site, event, 'event.json'), 'utf8'));
    const wanted = entries.map(({ fields }: { fields: { title: string } }) => fields.title);
    const titles = titlesIn(pdf);
    expect(titles).toContain(title);
    expect(titles.filter((one) => wanted.includes(one))).toEqual(wanted);
  },
);

test('a browser that is not there is named, and so is how to name one', () => {
  const machine = { platform: 'linux', env: { PATH: folder } } as const;
  expect(() => findPrinter(machine)).toThrow(
    'A PDF is printed by Chromium, Chrome or Edge, and none was found. Install one, or say where it is: CHROME_PATH=/path/to/chromium',
  );
  expect(() => findPrinter({ ...machine, env: { CHROME_PATH: '/none' } })).toThrow(
    'CHROME_PATH is "/none", expected the program of Chromium, Chrome or Edge.',
  );
});

test('a program that is no browser is an error, not a wait', async () => {
  const printer = openBrowser(process.execPath);
  await expect(printer.send('Target.getTargets')).rejects.toThrow(`The browser ${process.execPath} ended before`);
  await printer.close();
});
