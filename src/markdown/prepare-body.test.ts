import { expect, it } from 'vitest';
import { collectDiagnostics } from '../core/diagnostics.ts';
import type { ShownMedia } from '../core/shown-media.ts';
import { type KeptBody, prepareBody } from './prepare-body.ts';
import { shownAt } from './testing.ts';

/** Builds with a shelf, as often as it is called, and says whether the kept body was good enough. */
const building = () => {
  const shelf = new Map<string, KeptBody>();
  return (mediaAt: (path: string) => ShownMedia | undefined) => {
    let made = false;
    const { report } = collectDiagnostics();
    const own = { idPrefix: 'opening', page: 'https://example.org/gala/opening/' };
    const text = { file: 'gala/opening.md', line: 5, markdown: '![A](a.png)\n\n![B](clip.mp4)' };
    const set = (key: string, kept: KeptBody) => {
      made = true;
      // As a shelf on the disk does.
      shelf.set(key, JSON.parse(JSON.stringify(kept)));
    };
    const found = () => ({ link: '/found/' });
    const { html } = prepareBody(text, own, { get: (key) => shelf.get(key), set }, report).finish(
      { targets: { document: found, page: found }, mediaAt },
      report,
    );
    return { html, made };
  };
};

it('keeps a body as long as its pictures and videos are shown as they were', () => {
  const build = building();
  const first = build(shownAt);
  expect(first.made).toBe(true);
  expect(build(shownAt)).toEqual({ html: first.html, made: false });
  const wider = (path: string): ShownMedia => {
    const media = shownAt(path);
    return media.kind === 'picture' ? { ...media, large: '/media/larger.jpg' } : media;
  };
  expect(build(wider).made).toBe(true);
  const captioned = (path: string): ShownMedia => {
    const media = shownAt(path);
    return media.kind === 'video' ? { ...media, tracks: [{ src: '/media/clip.vtt' }] } : media;
  };
  const third = build(captioned);
  expect(third.made).toBe(true);
  expect(third.html).toContain('<track kind="captions"');
});
