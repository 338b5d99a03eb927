import { cyclic } from '../../random.ts';
import { harmlessBlog, harmlessPost } from '../blog.ts';
import { allFormats } from '../formats/formats.ts';
import { outside } from '../hostile.ts';
import { aPng, hugePng } from '../png.ts';
import { drawings } from './drawings.ts';
import type { Kind } from './kind.ts';
import type { PictureTrick } from './picture-trick.ts';

/** Pictures that are none, are more than they seem, or lie where nobody may look. */
export const pictures: Kind = (round, random) => {
  const { what, addresses = ['a.png'], beside = () => ({}) } = cyclic(all, round);
  const { name, file, write } = random.pick(allFormats.filter(({ kind }) => kind !== 'text'));
  const posts = addresses.flatMap((picture, index) => [
    harmlessPost(2 * index, { picture, caption: what }),
    harmlessPost(2 * index + 1, { html: `<p>It shows:</p><img src="${picture}" alt="${what}">` }),
  ]);
  // Without an address of its own, so that relative ones are paths beside it.
  return { name: `${name} with ${what}`, file, source: write(harmlessBlog(posts, { url: '' })), beside: beside() };
};

const png = (): Buffer => aPng(8, 8);

const all: readonly PictureTrick[] = [
  {
    what: 'a picture as it should be',
    addresses: ['a.png', './a.png', 'a.png?x#y', '%61.png'],
    beside: () => ({ 'a.png': png() }),
  },
  {
    what: 'pictures of the machine',
    addresses: [`${outside}/secret.png`, `file://${outside}/secret.png`, '../../../outside/secret.png'],
  },
  {
    what: 'links that lead out',
    addresses: ['a.png', 'b/secret.png'],
    beside: () => ({ 'a.png': { link: '../../../outside/secret.png' }, b: { link: '../../../outside' } }),
  },
  {
    what: 'links to devices',
    addresses: ['a.png', 'b.png'],
    beside: () => ({ 'a.png': { link: '/dev/zero' }, 'b.png': { link: '/proc/self/environ' } }),
  },
  { what: 'a link in a circle', beside: () => ({ 'a.png': { link: 'a.png' } }) },
  { what: 'a folder for a picture', addresses: ['a.png', '.', ''], beside: () => ({ 'a.png': 'folder' }) },
  { what: 'half a picture', beside: () => ({ 'a.png': png().subarray(0, -20) }) },
  { what: 'the head of a picture', beside: () => ({ 'a.png': png().subarray(0, 40) }) },
  { what: 'a picture of a billion pixels', beside: () => ({ 'a.png': hugePng() }) },
  { what: 'an empty picture', beside: () => ({ 'a.png': '' }) },
  { what: 'a page for a picture', beside: () => ({ 'a.png': '<script>alert(1)</script>' }) },
  { what: 'a picture that is a page, too', beside: () => ({ 'a.png': 'GIF89a/*<script>alert(1)</script>' }) },
  ...drawings,
  {
    what: 'pictures of this machine and its network',
    addresses: [
      'http://127.0.0.1/a.png',
      'http://[::1]/a.png',
      'http://2130706433/',
      'http://0x7f.1/',
      'http://169.254.169.254/latest/meta-data/',
      'http://[::ffff:10.0.0.1]/',
      'http://private.example/a.png',
      'http://localhost:22/',
    ],
  },
  {
    what: 'pictures at addresses of other kinds',
    addresses: [
      'data:image/png;base64,iVBORw0KGgo=',
      'javascript:alert(1)',
      'ftp://a.example/a.png',
      'blob:x',
      '//private.example/a.png',
      'http://user:password@a.example/',
      'http://',
      'http://a.example:99999/',
    ],
  },
  {
    what: 'a thousand pictures',
    addresses: Array.from({ length: 500 }, (_, index) => `a.png?${index}`),
    beside: () => ({ 'a.png': png() }),
  },
];
