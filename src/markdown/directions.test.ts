import { describe, expect, it } from 'vitest';
import { aBody } from './testing.ts';

const htmlIn = (language: string, markdown: string): string => aBody(markdown, { language }).html;

describe('the direction of a block', () => {
  it('is its own where its text runs against the page', () => {
    expect(htmlIn('en', 'ברוכים הבאים (3:2)\n\nWelcome')).toBe('<p dir="rtl">ברוכים הבאים (3:2)</p>\n<p>Welcome</p>');
    expect(htmlIn('ar', 'Welcome (3:2)\n\nأهلا')).toBe('<p dir="ltr">Welcome (3:2)</p>\n<p>أهلا</p>');
    expect(htmlIn('en', '# כותרת')).toBe('<h2 dir="rtl">כותרת</h2>');
  });

  it('is that of the page where only a few words are of another', () => {
    expect(htmlIn('fa', 'NASA امروز اعلام کرد')).toBe('<p>NASA امروز اعلام کرد</p>');
    expect(htmlIn('de', 'Das Boot שלום liegt vorn')).toBe('<p>Das Boot שלום liegt vorn</p>');
    expect(htmlIn('ur', '12:30')).toBe('<p>12:30</p>');
  });

  it('is set once on a whole list, table or quotation, and on what differs in it', () => {
    expect(htmlIn('en', '- אחת\n- שתיים\n- Three boats (3)')).toBe(
      '<ul dir="rtl">\n<li>אחת</li>\n<li>שתיים</li>\n<li dir="ltr">Three boats (3)</li>\n</ul>',
    );
    expect(htmlIn('en', '| שם | תוצאה |\n|---|---|\n| Ada | 3:2 |')).toMatch(
      /<table dir="rtl">.*<th scope="col">שם<\/th>.*<td dir="ltr">Ada<\/td>/s,
    );
    expect(htmlIn('en', '> ציטוט\n>\n> — עדה')).toBe(
      '<figure class="quotation" dir="rtl"><blockquote>\n<p>ציטוט</p>\n\n</blockquote><figcaption><b>עדה</b></figcaption></figure>',
    );
  });

  it('is from left to right in code, and does not follow from it', () => {
    expect(htmlIn('he', '```\na[1] = (2)\n```')).toContain('<pre tabindex="0" dir="ltr"><code>');
    expect(htmlIn('he', '`npm run (a)` מריץ')).toBe('<p><code dir="ltr">npm run (a)</code> מריץ</p>');
    expect(htmlIn('en', '`npm run` מריץ')).toBe('<p dir="rtl"><code dir="ltr">npm run</code> מריץ</p>');
  });

  it('stays as a writer has set it, and is not said where nothing differs', () => {
    expect(htmlIn('en', '<p dir="ltr">שלום</p>')).toBe('<p dir="ltr">שלום</p>');
    expect(htmlIn('en', '<div dir="rtl">\n\nשלום\n\n</div>')).toContain('<p>שלום</p>');
    expect(htmlIn('en', 'One `two`\n\n- three')).not.toContain('dir=');
    expect(htmlIn('ar', 'مرحبا')).not.toContain('dir=');
  });

  it('is in feeds and lists as well', () => {
    const { absoluteHtml, blocks } = aBody('שלום');
    expect(absoluteHtml).toBe('<p dir="rtl">שלום</p>');
    expect(blocks).toEqual(['<p dir="rtl">שלום</p>']);
  });
});
