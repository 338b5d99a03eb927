import { describe, expect, it } from 'vitest';
import { openTheme, publishedText, squareLogo } from './testing.ts';

describe('an archive without a theme', () => {
  it('has no look, and publishes nothing of one', async () => {
    expect(await openTheme(undefined)).toEqual({ look: undefined, published: [], said: '' });
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
    const { look, said } = await openTheme(`{accent: ${written}}`);
    expect(said).toBe('');
    expect(look?.palette?.light.accent).toBe(hex);
  });

  it('without quotes is a comment to YAML, and is reported so with the line as it should stand', async () => {
    expect((await openTheme('\n  accent: #a32d18')).said).toMatchInlineSnapshot(`
      "site.yml:6:11 error invalid-value
        Unexpected comment "#a32d18" in "theme.accent", expected a value: what stands behind "#" is lost.
        Put it in quotes, or put a blank behind the "#" and leave the field out if it is a comment.
        >   accent: "#a32d18"
      1 error, 0 warnings"
    `);
  });

  it('without its sign, or with another name, is corrected', async () => {
    expect((await openTheme('{accent: 123456}')).said).toMatchInlineSnapshot(`
      "site.yml:5:17 error invalid-value
        Unexpected number 123456 in "theme.accent", expected a colour such as "#a32d18".
        Write # and its digits alone, in quotes.
        > theme: {accent: "#123456"}
      1 error, 0 warnings"
    `);
    expect((await openTheme('{accent: a32d18}')).said).toMatchInlineSnapshot(`
      "site.yml:5:17 error invalid-value
        Unexpected text "a32d18" in "theme.accent", expected a colour such as "#a32d18".
        Write # and its digits alone, in quotes.
        > theme: {accent: "#a32d18"}
      1 error, 0 warnings"
    `);
    expect((await openTheme('{accent: crimsom}')).said).toMatchInlineSnapshot(`
      "site.yml:5:17 error invalid-value
        Unexpected text "crimsom" in "theme.accent", expected a colour such as "#a32d18".
        Did you mean "crimson"?
        > theme: {accent: crimson}
      1 error, 0 warnings"
    `);
    expect((await openTheme('{accent: "#12345"}')).said).toMatchInlineSnapshot(`
      "site.yml:5:17 error invalid-value
        Unexpected text "#12345" in "theme.accent", expected a colour such as "#a32d18".
        Write # and six digits from 0 to f, in quotes.
      1 error, 0 warnings"
    `);
  });

  it.each([
    ['"c8102e"', '#c8102e'],
    ['" #c8102e;"', '#c8102e'],
    ['"##c8102e"', '#c8102e'],
    ['000000', '#000000'],
    ['0x1b7a43', '#1b7a43'],
  ])('is known from its digits in %s', async (written, meant) => {
    expect((await openTheme(`{accent: ${written}}`)).said).toContain(`\n  > theme: {accent: "${meant}"}\n`);
  });

  it('that can be seen through is corrected to one that can be read', async () => {
    expect((await openTheme('{accent: "rgba(255, 237, 0, 0.5)"}')).said).toMatchInlineSnapshot(`
      "site.yml:5:17 error invalid-value
        Unexpected colour "rgba(255, 237, 0, 0.5)" in "theme.accent" that can be seen through, expected a solid one.
        Write "#7f7500", or what it looks like on your paper.
        > theme: {accent: "#7f7500"}
      1 error, 0 warnings"
    `);
  });

  it('that can be seen through is refused', async () => {
    expect((await openTheme('{accent: transparent, paper: "#ffffff80"}')).said).toMatchInlineSnapshot(`
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
    expect((await openTheme('{accent: white}')).said).toMatchInlineSnapshot(`
      "site.yml:5:17 error weak-contrast
        Unexpected accent "white", expected one of more contrast: text in it has 1 on #ffffff, and needs 4.5.
        Write "#747474", the nearest one that can be read.
        > theme: {accent: "#747474"}
      1 error, 0 warnings"
    `);
    expect((await openTheme('{accent: "#a62f17", paper: "#a62f17"}')).said).toMatchInlineSnapshot(`
      "site.yml:5:17 error weak-contrast
        Unexpected accent "#a62f17", expected one of more contrast: text in it has 1.1 on #9e270d, and needs 4.5.
        Write "#ffb6a6", the nearest one that can be read.
        > theme: {accent: "#ffb6a6", paper: "#a62f17"}
      site.yml:5:35 error weak-contrast
        Unexpected paper "#a62f17", expected one of more contrast: white text on it has 6.9, and soft text needs room.
        Write "#9a2207", the nearest one that can be read.
        > theme: {accent: "#a62f17", paper: "#9a2207"}
      2 errors, 0 warnings"
    `);
    expect((await openTheme('{ink: "#eee"}')).said).toMatchInlineSnapshot(`
      "site.yml:5:14 error weak-contrast
        Unexpected ink "#eee", expected one of more contrast: text in it has 1 on #f2efe6, and needs 4.5.
        Write "#6d6d6d", the nearest one that can be read. For light text, name a dark "paper", too.
        > theme: {ink: "#6d6d6d"}
      1 error, 0 warnings"
    `);
    expect((await openTheme('{accent: "#ffcc00", accent-dark: "#222222"}')).said).toMatchInlineSnapshot(`
      "site.yml:5:17 error weak-contrast
        Unexpected accent "#ffcc00", expected one of more contrast: text in it has 1.46 on #fffbf4, and needs 4.5.
        Write "#8d7000", the nearest one that can be read.
        > theme: {accent: "#8d7000", accent-dark: "#222222"}
      site.yml:5:41 error weak-contrast
        Unexpected accent-dark "#222222", expected one of more contrast: text in it has 1.17 on #14120c, and needs 4.5.
        Write "#7e7e7e", the nearest one that can be read.
        > theme: {accent: "#ffcc00", accent-dark: "#7e7e7e"}
      2 errors, 0 warnings"
    `);
  });

  it('that is dark makes the paper dark for everybody, and the print of it light', async () => {
    const opened = await openTheme('{accent: "#39ff88", paper: "#111"}');
    expect(opened.said).toBe('');
    expect(opened.look?.palette?.isDark).toBe(true);
    expect(await publishedText(opened)).toContain('@media screen { :root { color-scheme: dark; } }');
    expect(await publishedText(opened)).toContain('--paper: light-dark(#f');
  });

  it('is not needed for the rest of a theme', async () => {
    const opened = await openTheme('{font: {titles: system}}');
    expect(opened.look?.palette).toBeUndefined();
    expect(await publishedText(opened)).toBe(
      ':root { --serif: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Noto Sans CJK SC", sans-serif; }\n',
    );
  });
});

describe('a field', () => {
  it('of another name is reported with the one that was meant', async () => {
    expect(
      (await openTheme('{acent: "#a32d18", font: {title: system}, background: "#fff"}')).said,
    ).toMatchInlineSnapshot(`
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

  it.each([
    ['"#c8102e"', 'theme', 'fields such as {accent: "#a32d18"}'],
    ['{font: brand.woff2}', 'theme.font', 'fields such as {titles: titles.woff2}'],
    ['{logo: logo.svg}', 'theme.logo', 'fields such as {picture: logo.svg, alt: Name of the archive}'],
  ])('that stands for a group is reported with how that is written: %s', async (theme, field, form) => {
    const { said } = await openTheme(theme);
    expect(said).toContain(`" in "${field}", expected ${form}.\n  Write ${form}.\n`);
  });

  it('of a logo without words is missing', async () => {
    expect((await openTheme('{logo: {picture: logo.svg}}', { 'logo.svg': squareLogo })).said).toMatchInlineSnapshot(`
      "site.yml:5:15 error missing-field
        Unexpected end of the fields in "theme.logo", expected "alt": text.
        Add alt: followed by text.
      1 error, 0 warnings"
    `);
  });
});
