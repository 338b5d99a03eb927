import { describe, expect, it } from 'vitest';
import { fontAt, openTheme, publishedText, squareLogo } from './testing.ts';

const newsreader = fontAt('@fontsource/newsreader/files/newsreader-latin-500-normal.woff2');
const thai = fontAt('@fontsource-variable/noto-serif-thai/files/noto-serif-thai-thai-wght-normal.woff2');
const wordmark =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60"><path d="M10 10h60v40h-60zM100 10h180v40h-180z" fill="#111"/></svg>';

describe('a font', () => {
  it('is published under a name of its own, preloaded, and has a measured one behind it', async () => {
    const opened = await openTheme('{font: {titles: Brand News.woff2}}', { 'Brand News.woff2': newsreader });
    expect(opened.said).toBe('');
    expect(opened.look).toMatchObject({
      hasTitleFont: true,
      preloads: [expect.stringMatching(/^brand-news-\w{10}\.woff2$/)],
    });
    const sheet = await publishedText(opened);
    expect(sheet).toContain('font-weight: 500; font-display: optional;');
    expect(sheet).toContain(
      '@font-face { font-family: "theme titles Georgia"; src: local("Georgia"), local("Gelasio"); size-adjust: 98.6%; ascent-override: 74.5%; descent-override: 26.9%; line-gap-override: 0%; }',
    );
  });

  it('may be several files, of which each has its weight and slope', async () => {
    const { look, published } = await openTheme('{font: {text: [a.woff2, b.woff2]}}', {
      'a.woff2': newsreader,
      'b.woff2': thai,
    });
    expect(look?.preloads).toHaveLength(1);
    expect(published).toHaveLength(3);
  });

  it('that is not there, is none, or is of another format is refused', async () => {
    const files = { 'brand.woff2': 'wOF2 and no font', 'brand.ttf': '\0\u0001\0\0', 'notes.txt': 'x' };
    expect((await openTheme('{font: {titles: brnad.woff2, text: brand.ttf}}', files)).said).toMatchInlineSnapshot(`
      "site.yml:5:24 error missing-theme-file
        Unexpected font "brnad.woff2", expected a file in content/theme/.
        Did you mean "brand.woff2"?
        > theme: {font: {titles: brand.woff2, text: brand.ttf}}
      site.yml:5:43 error unreadable-font
        Unexpected file "brand.ttf", expected a font as WOFF 2.
        Convert it with "woff2_compress brand.ttf" or "fonttools ttLib.woff2 compress brand.ttf", and name the .woff2 file.
      2 errors, 0 warnings"
    `);
    expect((await openTheme('{font: {titles: brand.woff2, text: other.woff2}}', files)).said).toMatchInlineSnapshot(`
      "site.yml:5:24 error unreadable-font
        Unexpected content of "brand.woff2", expected a font as WOFF 2.
        Copy the file again, or convert it from its .ttf again.
      site.yml:5:43 error missing-theme-file
        Unexpected font "other.woff2", expected a file in content/theme/.
        Put the file there, or correct its name.
      2 errors, 0 warnings"
    `);
  });

  it('may be in parts, of which browsers load those that a page needs, and each of which may lack what another has', async () => {
    const latin = fontAt('@fontsource-variable/noto-serif-thai/files/noto-serif-thai-latin-wght-normal.woff2');
    const opened = await openTheme('{font: {titles: [thai.woff2, latin.woff2]}}', {
      'thai.woff2': thai,
      'latin.woff2': latin,
    });
    expect(opened.said).toBe('');
    const sheet = await publishedText(opened);
    expect(sheet.match(/unicode-range: U\+[\dA-F]/g)).toHaveLength(2);
    expect(sheet).toContain('U+E01-E3A, U+E3F-E5B');
    expect(sheet).toContain('"theme titles Georgia"');
  });

  it('of a bold weight alone leaves paragraphs to the other font', async () => {
    const bold = fontAt('@fontsource/newsreader/files/newsreader-latin-600-normal.woff2');
    const rule = ':root .about > .standfirst, :root h1 + p { font-family: var(--sans); }';
    const files = { 'bold.woff2': bold, 'plain.woff2': newsreader };
    expect(await publishedText(await openTheme('{font: {titles: bold.woff2}}', files))).toContain(rule);
    expect(await publishedText(await openTheme('{font: {titles: [bold.woff2, plain.woff2]}}', files))).not.toContain(
      rule,
    );
  });

  it('of the system is named alone, and one of another format keeps that under any name', async () => {
    const files = { 'brand.woff2': 'wOFFxxxx' };
    expect((await openTheme('{font: {titles: [System], text: Georgia}}')).said).toMatchInlineSnapshot(`
      "site.yml:5:24 error missing-theme-file
        Unexpected font "System", expected a .woff2 file in content/theme/, or system alone.
        Did you mean system?
        > theme: {font: {titles: system, text: Georgia}}
      site.yml:5:40 error missing-theme-file
        Unexpected font "Georgia", expected a .woff2 file in content/theme/, or system alone.
        Put a .woff2 file of it there, and write its name.
      2 errors, 0 warnings"
    `);
    expect((await openTheme('{font: {titles: brand.woff2}}', files)).said).toMatchInlineSnapshot(`
      "site.yml:5:24 error unreadable-font
        Unexpected WOFF 1 in "brand.woff2", expected a font as WOFF 2.
        Another name does not convert it: take the file that it comes from, and run "woff2_compress font.ttf".
      1 error, 0 warnings"
    `);
  });

  it('without the letters of the archive is warned of, and so is one for which pages would wait', async () => {
    expect((await openTheme('{font: {titles: thai.woff2}}', { 'thai.woff2': thai })).said).toMatchInlineSnapshot(`
      "site.yml:5:24 warning doubtful-font
        Unexpected font "thai.woff2" without "R", "e", "c", "a", "p", "s", expected all letters of the name of the archive.
        Take a font, or a subset of it, that has the letters of your language; others come from a font of the system.
      0 errors, 1 warning"
    `);
    const heavy = Buffer.concat([newsreader, Buffer.alloc(200_000)]);
    expect((await openTheme('{font: {text: heavy.woff2}}', { 'heavy.woff2': heavy })).said).toMatchInlineSnapshot(`
      "site.yml:5:22 warning doubtful-font
        Unexpected 224 KB of "heavy.woff2", expected at most 150 KB, for which every page waits.
        Keep the letters that you need: pyftsubset heavy.woff2 --unicodes=U+20-17F,U+2000-206F,U+20AC --flavor=woff2.
      0 errors, 1 warning"
    `);
  });
});

describe('a logo', () => {
  it('that is wide stands for the name, and one that would be lost on a ground gets a plate', async () => {
    const opened = await openTheme('{logo: {picture: theme/logo.svg, alt: Recaps}}', { 'logo.svg': wordmark });
    expect(opened.look?.logo).toMatchObject({ width: 560, height: 112, alt: 'Recaps', isName: true });
    expect(await publishedText(opened)).toContain('.masthead .logo { background: light-dark(transparent, #faf6ed);');
  });

  it('may be as narrow as a line', async () => {
    const mast = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 400"><rect width="1" height="400"/></svg>';
    const { look, said } = await openTheme('{logo: {picture: logo.svg, alt: Mast}}', { 'logo.svg': mast });
    expect(said).toBe('');
    expect(look?.logo).toMatchObject({ width: 1, isName: false });
  });

  it('that is nearly square stands beside the name', async () => {
    const { look } = await openTheme('{logo: {picture: logo.svg, alt: Recaps}}', { 'logo.svg': squareLogo });
    expect(look?.logo).toMatchObject({ width: 112, height: 112, isName: false });
  });

  it('that is not there, or no picture, is refused', async () => {
    const files = { 'logo.svg': squareLogo.replace('<rect', '<foreignObject/><rect'), 'icon.ico': 'x' };
    expect((await openTheme('{logo: {picture: Logo.svg, alt: L}, icon: icon.ico}', files)).said).toMatchInlineSnapshot(`
      "site.yml:5:25 error missing-theme-file
        Unexpected picture "Logo.svg", expected a file in content/theme/.
        Did you mean "logo.svg"?
        > theme: {logo: {picture: logo.svg, alt: L}, icon: icon.ico}
      site.yml:5:50 error unknown-media
        Unexpected file "theme/icon.ico", expected a picture (JPEG, PNG, WebP, AVIF, GIF, SVG), a video (MP4, WebM) or a sound (MP3, M4A, Ogg, WAV).
        Export it as JPEG or PNG.
      2 errors, 0 warnings"
    `);
    expect((await openTheme('{logo: {picture: logo.svg, alt: L}}', files)).said).toMatchInlineSnapshot(`
      "site.yml:5:25 error unreadable-picture
        Unexpected content of "theme/logo.svg", expected a picture: it holds HTML (foreignObject), which would be left out.
        Export it with its text as paths, or as PNG.
      1 error, 0 warnings"
    `);
  });
});

describe('icons', () => {
  it('come from a picture, or from the colours, as PNG in four sizes with a manifest', async () => {
    const fromPicture = await openTheme('{icon: icon.svg}', { 'icon.svg': wordmark });
    const fromColour = await openTheme('{accent: "#c8102e"}');
    for (const { look, published } of [fromPicture, fromColour]) {
      expect(published.filter(({ names }) => names[0]?.startsWith('icon-'))).toHaveLength(4);
      const manifest = JSON.parse(await publishedText({ look, published }, look?.icons?.manifest));
      expect(manifest).toMatchObject({
        name: 'Recaps',
        start_url: '../',
        icons: [{ sizes: '192x192' }, { sizes: '512x512' }],
      });
      const made = await published.find(({ names }) => names.includes(look?.icons?.small ?? ''))?.make(new Set());
      const [png] = [...(made?.values() ?? [])];
      expect(png instanceof Uint8Array && Buffer.from(png).readUInt32BE(16)).toBe(96);
    }
  });
});

describe('the style sheet of the owner', () => {
  it('is published with the files that it shows', async () => {
    const opened = await openTheme(undefined, {
      'style.css': 'body { background: url("./dots.svg#a") }\n',
      'dots.svg': squareLogo,
    });
    expect(opened.said).toBe('');
    expect(opened.look?.sheet).toBeUndefined();
    expect(await publishedText(opened, opened.look?.ownSheet)).toMatch(
      /^body \{ background: url\("dots-\w{10}\.svg#a"\) \}\n$/,
    );
  });

  it('that is broken, or loads from elsewhere, is reported where it is', async () => {
    const css =
      '@import "https://fonts.example/a.css";\na {\n  background: url(http://example.org/a.png);\n  mask: url(data:image/png;base64,AA==);\n  cursor: url(gone.png);\n}\n';
    expect((await openTheme(undefined, { 'style.css': css })).said).toMatchInlineSnapshot(`
      "theme/style.css:1:1 warning blocked-style
        Unexpected "@import "https://fonts.example/a.css"", expected all rules in "style.css": no other style sheet is published, or may be loaded.
        Put the rules of the other style sheet in its place, and fonts into "font" in site.yml.
      theme/style.css:3:19 warning blocked-style
        Unexpected address "http://example.org/a.png", expected a file in content/theme/: browsers load nothing else, because the policy of pages forbids it.
        Put the file into content/theme/, and write its name.
      theme/style.css:4:13 warning blocked-style
        Unexpected data in an address, expected a file in content/theme/: browsers load nothing else, because the policy of pages forbids it.
        Put the file into content/theme/, and write its name.
      theme/style.css:5:15 error missing-theme-file
        Unexpected file "gone.png", expected one in content/theme/.
        Put the file there, or correct its name.
      1 error, 3 warnings"
    `);
    expect((await openTheme(undefined, { 'style.css': 'a {\n  color: red;\n' })).said).toMatchInlineSnapshot(`
      "theme/style.css:1:1 error style-syntax
        Unexpected end or sign in the style sheet, expected CSS: Unclosed block.
        Correct it from here on; most often a bracket, a quote or a semicolon is missing.
      1 error, 0 warnings"
    `);
    expect(
      (await openTheme(undefined, { 'style.css': Buffer.from('a::after { content: "\xe9" }', 'latin1') })).said,
    ).toMatchInlineSnapshot(`
      "theme/style.css:1:22 error not-utf8
        Unexpected byte 0xe9, expected UTF-8 text.
        Save the file with the encoding UTF-8.
      1 error, 0 warnings"
    `);
    expect((await openTheme(undefined, { 'styles.css': 'a { color: red }' })).said).toMatchInlineSnapshot(`
      "theme/styles.css:1:1 error unread-document
        Unexpected style sheet "styles.css", expected "style.css": no other one is read.
        Put its rules into style.css, as CSS, or move it out of the folder.
      1 error, 0 warnings"
    `);
  });

  it('has addresses where CSS has them, and nowhere else', async () => {
    const css =
      'a { content: "url(gone.png)"; background: image-set("dot.svg" type("image/svg+xml") 1x, url(dot.svg) 2x); }\nb { mask: url(my\\ dot.svg) /* url(x) */; }\n';
    const opened = await openTheme(undefined, { 'style.css': css, 'dot.svg': squareLogo, 'my dot.svg': squareLogo });
    expect(opened.said).toBe('');
    const published = await publishedText(opened, opened.look?.ownSheet);
    expect(published.replace(/-\w{10}\./g, '.')).toBe(
      'a { content: "url(gone.png)"; background: image-set(url("dot.svg") type("image/svg+xml") 1x, url("dot.svg") 2x); }\nb { mask: url("my-dot.svg") ; }\n',
    );
  });

  it('is not published where it says nothing', async () => {
    expect((await openTheme(undefined, { 'style.css': '/* To do */\n' })).look?.ownSheet).toBeUndefined();
  });

  it('with a file that is called otherwise, or in the words of Sass, is reported with what was meant', async () => {
    const css =
      '// Brand\r\na { color: red }\r\nb {\r\n  background: url(theme/Dot.svg) no-repeat;\r\n  $x: 1px;\r\n}\r\n';
    expect((await openTheme(undefined, { 'style.css': css, 'dot.svg': squareLogo })).said).toMatchInlineSnapshot(`
      "theme/style.css:1:1 error style-syntax
        Unexpected "//" in the style sheet, expected CSS, which does not know it.
        Put the comment between /* and */.
      theme/style.css:4:19 error missing-theme-file
        Unexpected file "theme/Dot.svg", expected one in content/theme/.
        Did you mean "dot.svg"?
        >   background: url(dot.svg) no-repeat;
      theme/style.css:5:3 error style-syntax
        Unexpected "$x" in the style sheet, expected CSS, which does not know it.
        Translate the style sheet to CSS, and put that here.
      3 errors, 0 warnings"
    `);
  });
});
