import { describe, expect, it } from 'vitest';
import type { ShownMedia } from '../core/shown-media.ts';
import { aBody } from './testing.ts';

const shown: Readonly<Record<string, ShownMedia>> = {
  'gala/a.pdf': { kind: 'document', src: '/m/a-1.pdf', type: 'application/pdf', name: 'a.pdf', size: 1_240_000 },
  'gala/b.csv': { kind: 'document', src: '/m/b-1.csv', type: 'text/csv', name: 'b.csv', size: 24 },
  'gala/c.mp3': { kind: 'audio', src: '/m/c-1.mp3', type: 'audio/mpeg', name: 'c.mp3', size: 16_680, seconds: 61.4 },
  'gala/d.mp3': {
    ...{ kind: 'audio', src: '/m/d-1.mp3', type: 'audio/mpeg', name: 'd.mp3', size: 16_680 },
    transcript: { cues: [{ at: 62, text: 'Ada: <Fast> & wet.' }] },
  },
  'gala/e.mp3': {
    ...{ kind: 'audio', src: '/m/e-1.mp3', type: 'audio/mpeg', name: 'e.mp3', size: 16_680 },
    transcript: { file: 'gala/e.md', line: 1, markdown: '**Ada:** [Wet](a.md).\n\n![Rain](rain.png)' },
  },
};
const bodyOf = (markdown: string, language?: string) =>
  aBody(markdown, { mediaAt: (path) => shown[path], ...(language !== undefined && { language }) });

describe('a link to a file', () => {
  it('leads to it, and says behind it what it is', () => {
    const body = bodyOf('[The report](a.pdf#page=3) and [the **list**](./b.csv).');
    expect(body.html.replaceAll('\u00a0', '~')).toBe(
      '<p><a href="/m/a-1.pdf#page=3" type="application/pdf">The report</a> <span class="file">(PDF, 1.2~MB)</span> and ' +
        '<a href="/m/b-1.csv" type="text/csv" download="b.csv">the <strong>list</strong></a> <span class="file">(CSV, 1~kB)</span>.</p>',
    );
    expect(body.absoluteHtml).toContain('<a href="https://example.org/m/a-1.pdf#page=3" type="application/pdf">');
    expect([body.text, body.summary]).toEqual(['The report and the list.', 'The report and the list.']);
    expect(body.media).toEqual([
      { kind: 'document', src: '/m/a-1.pdf', type: 'application/pdf', text: 'The report', size: 1_240_000 },
      { kind: 'document', src: '/m/b-1.csv', type: 'text/csv', text: 'the list', size: 24 },
    ]);
    expect(body.links).toEqual([
      ['a.pdf#page=3', '/m/a-1.pdf#page=3'],
      ['./b.csv', '/m/b-1.csv'],
    ]);
  });

  it('says it in the language of the page, or in that of the interface, apart from what is read from right to left', () => {
    expect(bodyOf('[Bericht](a.pdf)', 'de').html).toContain('<span class="file">(PDF, 1,2\u00a0MB)</span>');
    expect(bodyOf('[تقرير](a.pdf)', 'ar').html).toContain(
      '<span class="file" lang="en" dir="ltr">(PDF, 1.2\u00a0MB)</span>',
    );
  });
});

describe('a sound', () => {
  it('alone in a paragraph is a player with what it is, a link that saves it, and its caption', () => {
    const body = bodyOf('![The horn](c.mp3 "At dawn | Sound: Ada")');
    expect(body.html.replaceAll('\u00a0', '~')).toBe(
      '<figure><audio controls preload="none" src="/m/c-1.mp3" aria-label="The horn"></audio>' +
        '<span class="file"><a href="/m/c-1.mp3" type="audio/mpeg" download="c.mp3">Download</a> (MP3, 1:01, 17~kB)</span>' +
        '<figcaption>At dawn <small class="credit">Sound: Ada</small></figcaption></figure>',
    );
    expect(body.absoluteHtml).toContain('<figure><a href="https://example.org/m/c-1.mp3">The horn</a><span');
    expect(body.media).toMatchObject([{ kind: 'audio', text: 'The horn', seconds: 61.4 }]);
    expect(body.diagnostics).toEqual([]);
  });

  it('is read as its caption is, whatever pages say of it', () => {
    const { html } = bodyOf('![بوق](d.mp3 "صوت البوق")', 'ar');
    expect(html).toMatch(
      /^<figure><audio .*<span class="file" lang="en" dir="ltr">.*<details class="transcript" dir="ltr">/,
    );
  });

  it('has what is heard folded up on its own page, and in lists a link that leads there', () => {
    const { html, blocks, text } = bodyOf('![The horn](d.mp3)');
    expect(html).toContain(
      '<details class="transcript"><summary>Transcript</summary><p><small>1:02</small> Ada: &#x3C;Fast> &#x26; wet.</p></details></figure>',
    );
    expect(blocks.join('')).toContain('<span class="file"><a href="/gala/opening/">Transcript</a></span></figure>');
    expect(blocks.join('')).not.toContain('Ada');
    expect(text).toContain('Ada: <Fast> & wet.');
  });

  it('among other words has it behind the text, and no pictures in it', () => {
    const { html, diagnostics } = bodyOf('Hear ![the horn](e.mp3) now.\n\nMore.');
    expect(html).toContain(
      '<p>Hear <audio controls preload="none" src="/m/e-1.mp3" aria-label="the horn"></audio><span',
    );
    expect(html).toMatch(
      /<p>More.<\/p>\n<details class="transcript"><summary>Transcript<\/summary><p><strong>Ada:<\/strong> <a href="\/found\/">Wet<\/a>.<\/p>/,
    );
    expect(diagnostics).toMatchObject([{ file: 'gala/e.md', line: 3, rule: 'unknown-media' }]);
  });
});
