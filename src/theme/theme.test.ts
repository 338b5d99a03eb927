import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { formatDiagnostics } from '../core/format-diagnostic.ts';
import { readSite } from '../core/read-site.ts';
import { aSite, contentOf } from '../core/testing.ts';
import { openLook } from './open-look.ts';

const fontAt = (path: string): Uint8Array => readFileSync(createRequire(import.meta.url).resolve(path));
const newsreader = fontAt('@fontsource/newsreader/files/newsreader-latin-500-normal.woff2');
const thai = fontAt('@fontsource-variable/noto-serif-thai/files/noto-serif-thai-thai-wght-normal.woff2');
const square =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="100" height="100" fill="#111"/></svg>';
const wordmark =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60"><path d="M10 10h60v40h-60zM100 10h180v40h-180z" fill="#111"/></svg>';

type Files = Readonly<Record<string, string | Uint8Array>>;

const formatted = (all: Parameters<typeof formatDiagnostics>[0]): string =>
  all.length === 0 ? '' : formatDiagnostics(all);

const open = async (theme: string | undefined, files: Files = {}) => {
  const bytes = Object.entries(files).map(([name, text]) => [`theme/${name}`, Buffer.from(text)] as const);
  const content = contentOf({ 'site.yml': aSite({ theme }) }, Object.fromEntries(bytes));
  const reported: Parameters<typeof formatDiagnostics>[0][number][] = [];
  const site = readSite(content, undefined, (finding) => reported.push({ severity: 'error', ...finding }));
  const { look, files: published, diagnostics } = await openLook(content, site);
  return { look, published, said: formatted([...reported, ...diagnostics]) };
};

const textOf = async (
  { look, published }: Awaited<ReturnType<typeof open>>,
  name = look?.sheet ?? '',
): Promise<string> => {
  const made = await published.find(({ names }) => names.includes(name))?.make(new Set([name]));
  const bytes = made?.get(name);
  return bytes instanceof Uint8Array ? Buffer.from(bytes).toString() : '';
};

describe('an archive without a theme', () => {
  it('has no look, and publishes nothing of one', async () => {
    expect(await open(undefined)).toEqual({ look: undefined, published: [], said: '' });
  });
});

describe('a colour', () => {
  it.each([
    ['"#c8102e"', '#c8102e'],
    ['"#C13"', '#cc1133'],
    ['rebeccapurple', '#663399'],
    ['rgb(200 16 46)', '#c8102e'],
    ['oklch(45% 0.15 30)', '#97271b'],
  ])('may be written as %s', async (written, hex) => {
    const { look, said } = await open(`{accent: ${written}}`);
    expect(said).toBe('');
    expect(look?.palette?.light.accent).toBe(hex);
  });

  it('without quotes is a comment to YAML, and is told so with the line as it should stand', async () => {
    expect((await open('\n  accent: #a32d18')).said).toMatchInlineSnapshot(`
      "site.yml:6:11 error invalid-value
        Unexpected comment "#a32d18" in "theme.accent", expected a value: what stands behind "#" is lost.
        Put it in quotes, or put a blank behind the "#" and leave the field out if it is a comment.
        >   accent: "#a32d18"
      1 error, 0 warnings"
    `);
  });

  it('without its sign, or with another name, is corrected', async () => {
    expect((await open('{accent: 123456}')).said).toMatchInlineSnapshot(`
      "site.yml:5:17 error invalid-value
        Unexpected number 123456 in "theme.accent", expected a colour such as "#a32d18".
        Begin it with #, in quotes.
        > theme: {accent: "#123456"}
      1 error, 0 warnings"
    `);
    expect((await open('{accent: a32d18}')).said).toMatchInlineSnapshot(`
      "site.yml:5:17 error invalid-value
        Unexpected text "a32d18" in "theme.accent", expected a colour such as "#a32d18".
        Begin it with #, in quotes.
        > theme: {accent: "#a32d18"}
      1 error, 0 warnings"
    `);
    expect((await open('{accent: crimsom}')).said).toMatchInlineSnapshot(`
      "site.yml:5:17 error invalid-value
        Unexpected text "crimsom" in "theme.accent", expected a colour such as "#a32d18".
        Did you mean "crimson"?
        > theme: {accent: crimson}
      1 error, 0 warnings"
    `);
    expect((await open('{accent: "#12345"}')).said).toMatchInlineSnapshot(`
      "site.yml:5:17 error invalid-value
        Unexpected text "#12345" in "theme.accent", expected a colour such as "#a32d18".
        Write # and six digits from 0 to f, in quotes.
      1 error, 0 warnings"
    `);
  });

  it('that can be seen through is refused', async () => {
    expect((await open('{accent: transparent, paper: "#ffffff80"}')).said).toMatchInlineSnapshot(`
      "site.yml:5:17 error invalid-value
        Unexpected colour "transparent" in "theme.accent" that can be seen through, expected a solid one.
        Write a colour such as "#a32d18".
      site.yml:5:37 error invalid-value
        Unexpected colour "#ffffff80" in "theme.paper" that can be seen through, expected a solid one.
        Write "#ffffff", or what it looks like on your paper.
        > theme: {accent: transparent, paper: "#ffffff"}
      2 errors, 0 warnings"
    `);
  });

  it('that cannot be read is refused, with the nearest one that can', async () => {
    expect((await open('{accent: white}')).said).toMatchInlineSnapshot(`
      "site.yml:5:17 error weak-contrast
        Unexpected accent "white", expected one of more contrast: text in it has 1.06 on #f8f8f8, and needs 4.5.
        Write "#6c6c6c", the nearest one that can be read.
        > theme: {accent: "#6c6c6c"}
      1 error, 0 warnings"
    `);
    expect((await open('{accent: "#a62f17", paper: "#a62f17"}')).said).toMatchInlineSnapshot(`
      "site.yml:5:17 error weak-contrast
        Unexpected accent "#a62f17", expected one of more contrast: text in it has 1 on #a62f17, and needs 4.5.
        Write "#ffc4b6", the nearest one that can be read.
        > theme: {accent: "#ffc4b6", paper: "#a62f17"}
      site.yml:5:35 error weak-contrast
        Unexpected paper "#a62f17", expected one of more contrast: white text on it has 6.9, and soft text needs room.
        Write "#9a2207", the nearest one that can be read.
        > theme: {accent: "#a62f17", paper: "#9a2207"}
      2 errors, 0 warnings"
    `);
    expect((await open('{ink: "#eee"}')).said).toMatchInlineSnapshot(`
      "site.yml:5:14 error weak-contrast
        Unexpected ink "#eee", expected one of more contrast: text in it has 1 on #f2efe6, and needs 4.5.
        Write "#6d6d6d", the nearest one that can be read. For light text, name a dark "paper", too.
        > theme: {ink: "#6d6d6d"}
      1 error, 0 warnings"
    `);
    expect((await open('{accent: "#ffcc00", accent-dark: "#222222"}')).said).toMatchInlineSnapshot(`
      "site.yml:5:17 error weak-contrast
        Unexpected accent "#ffcc00", expected one of more contrast: text in it has 1.31 on #f2efe6, and needs 4.5.
        Write "#856900", the nearest one that can be read.
        > theme: {accent: "#856900", accent-dark: "#222222"}
      site.yml:5:41 error weak-contrast
        Unexpected accent-dark "#222222", expected one of more contrast: text in it has 1.04 on #211e18, and needs 4.5.
        Write "#858585", the nearest one that can be read.
        > theme: {accent: "#ffcc00", accent-dark: "#858585"}
      2 errors, 0 warnings"
    `);
  });

  it('that is dark makes the paper dark for everybody, and the print of it light', async () => {
    const opened = await open('{accent: "#39ff88", paper: "#111"}');
    expect(opened.said).toBe('');
    expect(opened.look?.palette?.isDark).toBe(true);
    expect(await textOf(opened)).toContain('@media screen { :root { color-scheme: dark; } }');
    expect(await textOf(opened)).toContain('--paper: light-dark(#f');
  });

  it('is not needed for the rest of a theme', async () => {
    const opened = await open('{font: {titles: system}}');
    expect(opened.look?.palette).toBeUndefined();
    expect(await textOf(opened)).toBe(
      ':root { --serif: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Noto Sans CJK SC", sans-serif; }\n',
    );
  });
});

describe('a field', () => {
  it('of another name is told with the one that was meant', async () => {
    expect((await open('{acent: "#a32d18", font: {title: system}, background: "#fff"}')).said).toMatchInlineSnapshot(`
      "site.yml:5:34 error unknown-key
        Unexpected field "title" in "theme.font", expected one of titles, text.
        Did you mean "titles"?
        > theme: {accent: "#a32d18", font: {titles: system}, paper: "#fff"}
      site.yml:5:9 error unknown-key
        Unexpected field "acent" in "theme", expected one of accent, accent-dark, paper, ink, font, logo, icon.
        Did you mean "accent"?
        > theme: {accent: "#a32d18", font: {titles: system}, paper: "#fff"}
      site.yml:5:50 error unknown-key
        Unexpected field "background" in "theme", expected one of accent, accent-dark, paper, ink, font, logo, icon.
        Did you mean "paper"?
        > theme: {accent: "#a32d18", font: {titles: system}, paper: "#fff"}
      3 errors, 0 warnings"
    `);
  });

  it('of a logo without words is missing', async () => {
    expect((await open('{logo: {picture: logo.svg}}', { 'logo.svg': square })).said).toMatchInlineSnapshot(`
      "site.yml:5:15 error missing-field
        Unexpected end of the fields in "theme.logo", expected "alt": text.
        Add alt: followed by text.
      1 error, 0 warnings"
    `);
  });
});

describe('a font', () => {
  it('is published under a name of its own, preloaded, and has a measured one behind it', async () => {
    const opened = await open('{font: {titles: Brand News.woff2}}', { 'Brand News.woff2': newsreader });
    expect(opened.said).toBe('');
    expect(opened.look).toMatchObject({
      hasTitleFont: true,
      preloads: [expect.stringMatching(/^brand-news-\w{10}\.woff2$/)],
    });
    const sheet = await textOf(opened);
    expect(sheet).toContain('font-weight: 500; font-display: optional;');
    expect(sheet).toContain(
      '@font-face { font-family: "theme titles Georgia"; src: local("Georgia"), local("Gelasio"); size-adjust: 98.6%; ascent-override: 74.5%; descent-override: 26.9%; line-gap-override: 0%; }',
    );
  });

  it('may be several files, of which each has its weight and slope', async () => {
    const { look, published } = await open('{font: {text: [a.woff2, b.woff2]}}', {
      'a.woff2': newsreader,
      'b.woff2': thai,
    });
    expect(look?.preloads).toHaveLength(1);
    expect(published).toHaveLength(3);
  });

  it('that is not there, is none, or is of another format is refused', async () => {
    const files = { 'brand.woff2': 'wOF2 and no font', 'brand.ttf': '\0\u0001\0\0', 'notes.txt': 'x' };
    expect((await open('{font: {titles: brnad.woff2, text: brand.ttf}}', files)).said).toMatchInlineSnapshot(`
      "site.yml:5:24 error missing-theme-file
        Unexpected font "brnad.woff2", expected a file in content/theme/.
        Did you mean "brand.woff2"?
        > theme: {font: {titles: brand.woff2, text: brand.ttf}}
      site.yml:5:43 error unreadable-font
        Unexpected file "brand.ttf", expected a font as WOFF 2.
        Convert it with "woff2_compress brand.ttf" or "fonttools ttLib.woff2 compress brand.ttf", and name the .woff2 file.
      2 errors, 0 warnings"
    `);
    expect((await open('{font: {titles: brand.woff2, text: other.woff2}}', files)).said).toMatchInlineSnapshot(`
      "site.yml:5:24 error unreadable-font
        Unexpected content of "brand.woff2", expected a font as WOFF 2: Offset is outside the bounds of the DataView.
        Copy the file again, or convert it from its .ttf again.
      site.yml:5:43 error missing-theme-file
        Unexpected font "other.woff2", expected a file in content/theme/.
        Put the file there, or correct its name.
      2 errors, 0 warnings"
    `);
  });

  it('without the letters of the archive is warned of, and so is one for which pages would wait', async () => {
    expect((await open('{font: {titles: thai.woff2}}', { 'thai.woff2': thai })).said).toMatchInlineSnapshot(`
      "site.yml:5:24 warning doubtful-font
        Unexpected font "thai.woff2" without "R", "e", "c", "a", "p", "s", expected all letters of the name of the archive.
        Take a font, or a subset of it, that has the letters of your language; others come from a font of the system.
      0 errors, 1 warning"
    `);
    const heavy = Buffer.concat([newsreader, Buffer.alloc(200_000)]);
    expect((await open('{font: {text: heavy.woff2}}', { 'heavy.woff2': heavy })).said).toMatchInlineSnapshot(`
      "site.yml:5:22 warning doubtful-font
        Unexpected 224 KB of "heavy.woff2", expected at most 150 KB, for which every page waits.
        Keep the letters that you need: pyftsubset heavy.woff2 --unicodes=U+20-17F,U+2000-206F,U+20AC --flavor=woff2.
      0 errors, 1 warning"
    `);
  });
});

describe('a logo', () => {
  it('that is wide stands for the name, and one that would be lost on a ground gets a plate', async () => {
    const opened = await open('{logo: {picture: theme/logo.svg, alt: Recaps}}', { 'logo.svg': wordmark });
    expect(opened.look?.logo).toMatchObject({ width: 560, height: 112, alt: 'Recaps', isName: true });
    expect(await textOf(opened)).toContain('.masthead .logo { background: light-dark(transparent, #faf6ed);');
  });

  it('that is nearly square stands beside the name', async () => {
    const { look } = await open('{logo: {picture: logo.svg, alt: Recaps}}', { 'logo.svg': square });
    expect(look?.logo).toMatchObject({ width: 112, height: 112, isName: false });
  });

  it('that is not there, or no picture, is refused', async () => {
    const files = { 'logo.svg': square.replace('<rect', '<foreignObject/><rect'), 'icon.ico': 'x' };
    expect((await open('{logo: {picture: Logo.svg, alt: L}, icon: icon.ico}', files)).said).toMatchInlineSnapshot(`
      "site.yml:5:25 error missing-theme-file
        Unexpected picture "Logo.svg", expected a file in content/theme/.
        Did you mean "logo.svg"?
        > theme: {logo: {picture: logo.svg, alt: L}, icon: icon.ico}
      site.yml:5:50 error unknown-media
        Unexpected file "theme/icon.ico", expected a picture (JPEG, PNG, WebP, AVIF, GIF, SVG) or a video (MP4, WebM).
        Export it as JPEG or PNG.
      2 errors, 0 warnings"
    `);
    expect((await open('{logo: {picture: logo.svg, alt: L}}', files)).said).toMatchInlineSnapshot(`
      "site.yml:5:25 error unreadable-picture
        Unexpected content of "theme/logo.svg", expected a picture: it holds HTML (foreignObject), which would be left out.
        Export it with its text as paths, or as PNG.
      1 error, 0 warnings"
    `);
  });
});

describe('icons', () => {
  it('come from a picture, or from the colours, as PNG in four sizes with a manifest', async () => {
    const fromPicture = await open('{icon: icon.svg}', { 'icon.svg': wordmark });
    const fromColour = await open('{accent: "#c8102e"}');
    for (const { look, published } of [fromPicture, fromColour]) {
      expect(published.filter(({ names }) => names[0]?.startsWith('icon-'))).toHaveLength(4);
      const manifest = JSON.parse(await textOf({ look, published, said: '' }, look?.icons?.manifest));
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
    const opened = await open(undefined, {
      'style.css': 'body { background: url("./dots.svg#a") }\n',
      'dots.svg': square,
    });
    expect(opened.said).toBe('');
    expect(opened.look?.sheet).toBeUndefined();
    expect(await textOf(opened, opened.look?.ownSheet)).toMatch(
      /^body \{ background: url\("dots-\w{10}\.svg#a"\) \}\n$/,
    );
  });

  it('that is broken, or loads from elsewhere, is told where it is', async () => {
    const css =
      '@import "https://fonts.example/a.css";\na {\n  background: url(http://example.org/a.png);\n  mask: url(data:image/png;base64,AA==);\n  cursor: url(gone.png);\n}\n';
    expect((await open(undefined, { 'style.css': css })).said).toMatchInlineSnapshot(`
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
    expect((await open(undefined, { 'style.css': 'a {\n  color: red;\n' })).said).toMatchInlineSnapshot(`
      "theme/style.css:1:1 error style-syntax
        Unexpected end or sign in the style sheet, expected CSS: Unclosed block.
        Correct it from here on; most often a bracket, a quote or a semicolon is missing.
      1 error, 0 warnings"
    `);
    expect(
      (await open(undefined, { 'style.css': Buffer.from('a::after { content: "\xe9" }', 'latin1') })).said,
    ).toMatchInlineSnapshot(`
      "theme/style.css:1:22 error not-utf8
        Unexpected byte 0xe9, expected UTF-8 text.
        Save the file with the encoding UTF-8.
      1 error, 0 warnings"
    `);
    expect((await open(undefined, { 'styles.css': 'a { color: red }' })).said).toMatchInlineSnapshot(`
      "theme/styles.css:1:1 error unread-document
        Unexpected style sheet "styles.css", expected "style.css": no other one is read.
        Put its rules into style.css, as CSS, or move it out of the folder.
      1 error, 0 warnings"
    `);
  });
});
