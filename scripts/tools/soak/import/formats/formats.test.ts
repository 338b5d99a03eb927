import { expect, it } from 'vitest';
import { formatOf } from '../../../../../src/import/formats.ts';
import { harmlessBlog, harmlessPost } from '../blog.ts';
import { allFormats } from './formats.ts';

const posts = [1, 2, 3, 4, 5].map((number) =>
  harmlessPost(number, { picture: `${number}.png`, caption: `View ${number}` }),
);

// Hostile input that the importer does not recognise would try nothing but its refusal.
it.each(allFormats)(
  'what is written as $name is read as a live blog of five updates',
  async ({ name, file, write }) => {
    const source = { text: write(harmlessBlog(posts)), file };
    const { title, updates, skipped } = await formatOf(source, file).read(source);
    expect(updates.map(({ time }) => time.slice(0, 16))).toEqual(
      ['1', '2', '3', '4', '5'].map((minute) => `2019-11-11T08:0${minute}`),
    );
    expect(skipped.filter(({ updates: count = 1 }) => count > 0)).toEqual([]);
    const read = JSON.stringify(updates);
    const texts = ['Ana Ruiz', '大家好', ...(name === 'RDF' ? [] : ['2.png'])];
    expect(texts.filter((text) => !read.includes(text))).toEqual([]);
    expect([undefined, 'The night of the gala']).toContain(title);
  },
);
