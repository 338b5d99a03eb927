import { describe, expect, test } from 'vitest';
import { prepareContent, printMarkdown } from './content/prepare-content.ts';
import { fillInPictures, incompleteEntries } from './fill-in-pictures.ts';
import type { Fetched } from './media/fetch-media.ts';

const a = 'https://pictures.test/a.png';
const png: Fetched = { bytes: Uint8Array.of(1), extension: 'png' };
const head = '---\ntitle: One\ntime: 2019-11-11T10:18\n---\n\n';
const free = (): boolean => false;

/** The text of an entry whose source is `html`, once the pictures can be had; `change` is what somebody did meanwhile. */
const filled = (html: string, media: Readonly<Record<string, Fetched>>, change = (text: string) => text) => {
  const content = prepareContent({ kind: 'html', value: html }, [], undefined);
  const written = change(head + printMarkdown(content, () => undefined));
  const incomplete = incompleteEntries([{ file: '2019-11-11/1018-one.md', written, content }]);
  const { files, changed } = fillInPictures(incomplete, new Map(Object.entries(media)), free);
  return {
    text: changed.get('2019-11-11/1018-one.md')?.after.replace(head, ''),
    files: [...files.keys()],
    wanted: incomplete.flatMap(({ missing }) => missing.flatMap(({ addresses }) => addresses)),
  };
};

describe('a picture that was missing', () => {
  test('takes the place of its link, with its caption', () => {
    const html = `<p>It begins.</p><figure><img src="${a}" alt="A pad"><figcaption>The pad</figcaption></figure><p>It ends.</p>`;
    expect(filled(html, { [a]: png })).toEqual({
      text: 'It begins.\n\n![A pad](1018-one-1.png "The pad")\n\nIt ends.\n',
      files: ['2019-11-11/1018-one-1.png'],
      wanted: [a],
    });
  });

  test('takes the place of its words where it lay beside the source', () => {
    expect(filled('<p>It begins.</p><img src="b.png" alt="A pad">', { 'b.png': png }).text).toBe(
      'It begins.\n\n![A pad](1018-one-1.png)\n',
    );
  });

  test('takes the place of its link in a text that was changed since', () => {
    const html = `<p>It begins.</p><p>See <img src="${a}" alt="A pad"> here.</p>`;
    const change = (text: string): string => text.replace('It begins', 'It has begun').replace('here', 'there');
    expect(filled(html, { [a]: png }, change).text).toBe('It has begun.\n\nSee ![A pad](1018-one-1.png) there.\n');
  });

  test('keeps the line breaks of the document', () => {
    const change = (text: string): string => text.replaceAll('\n', '\r\n');
    expect(filled(`<p>It begins.</p><img src="${a}" alt="A">`, { [a]: png }, change).text).toMatch(
      /It begins\.\r\n\r\n!\[A\]\(1018-one-1\.png\)\r\n$/,
    );
  });

  test('is not wanted where its link is gone, or stands twice', () => {
    const html = `<p>It begins.</p><img src="${a}" alt="A pad">`;
    expect(filled(html, { [a]: png }, (text) => text.replace(/\[A pad\].*/, '')).wanted).toEqual([]);
    expect(filled(html, { [a]: png }, (text) => `${text}\n[A pad](${a})\n`)).toMatchObject({
      files: [],
      text: undefined,
    });
  });

  test('is still missing where it cannot be had', () => {
    expect(filled(`<img src="${a}" alt="A">`, { [a]: { fault: 'no' } })).toEqual({
      text: undefined,
      files: [],
      wanted: [a],
    });
  });

  test('lies beside the first entry that shows it', () => {
    const content = prepareContent({ kind: 'html', value: `<img src="${a}" alt="A">` }, [], undefined);
    const written = head + printMarkdown(content, () => undefined);
    const known = ['2019-11-11/a.md', '2019-11-12/b.md'].map((file) => ({ file, written, content }));
    const { files, changed } = fillInPictures(incompleteEntries(known), new Map([[a, png]]), free);
    expect([...files.keys()]).toEqual(['2019-11-11/a-1.png']);
    expect(changed.get('2019-11-12/b.md')?.after).toContain('![A](../2019-11-11/a-1.png)');
  });
});
