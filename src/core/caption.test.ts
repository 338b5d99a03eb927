import { expect, test } from 'vitest';
import { splitCaption } from './caption.ts';

test.each([
  ['The pad at dawn', { caption: 'The pad at dawn' }],
  ['The pad at dawn | Photo: Ada Moon', { caption: 'The pad at dawn', credit: 'Photo: Ada Moon' }],
  ['| Photo: Ada Moon', { credit: 'Photo: Ada Moon' }],
  ['The pad |', { caption: 'The pad' }],
  ['Left | right | Ada Moon', { caption: 'Left | right', credit: 'Ada Moon' }],
  ['a|b and |c| are no credits', { caption: 'a|b and |c| are no credits' }],
  ['Two\nlines |\nAda Moon', { caption: 'Two\nlines', credit: 'Ada Moon' }],
  [' ', {}],
  ['|', {}],
])('of %j caption and credit are %j', (written, parts) => expect(splitCaption(written)).toEqual(parts));
