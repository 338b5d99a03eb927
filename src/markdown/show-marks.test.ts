import { describe, expect, it } from 'vitest';
import { aBody, plainAt } from './testing.ts';

const lineOf = (markdown: string): string => aBody(markdown).html.replace(/^<p>|<\/p>$/g, '');

describe('the name of an emoji', () => {
  it.each([
    ['We won :tada: :+1:', 'We won 🎉 👍'],
    ['Great:fire: and :fire:fighters', 'Great🔥 and 🔥fighters'],
    ['恭喜:tada:了', '恭喜🎉了'],
    ['**:tada:** and [:tada:](./a.md)', '<strong>🎉</strong> and <a href="/found/">🎉</a>'],
    ['write to a@b.example :tada:', 'write to <a href="mailto:a@b.example">a@b.example</a> 🎉'],
  ])('becomes the emoji: %s', (markdown, html) => expect(lineOf(markdown)).toBe(html));

  it('becomes the emoji in headings, cells, and what describes a picture', () => {
    expect(aBody('# :tada:\n\n| :tada: |\n|---|').html).toMatch(/<h2>🎉<\/h2>[\s\S]*<th scope="col">🎉<\/th>/);
    expect(aBody('![A :tada: cake](a.png)', { mediaAt: plainAt }).html).toContain('alt="A 🎉 cake"');
  });

  it.each(['At 10:30:45', '10:100:45', 'aa:bb:cc', 'std::on::x', 'a:on:b', ':no_such_thing_', '::tada::'])(
    'is not in %s',
    (text) => expect(lineOf(text)).toBe(text),
  );

  it('is text in code, in addresses, and behind a backslash', () => {
    expect(lineOf('`:tada:` \\:tada: :tada:')).toBe('<code>:tada:</code> :tada: 🎉');
    expect(lineOf('https://a.example/:tada:/')).toContain('>https://a.example/:tada:/</a>');
  });
});

describe('a highlight', () => {
  it.each([
    ['The ==best== of all', 'The <mark>best</mark> of all'],
    ['==The **best** of== all', '<mark>The <strong>best</strong> of</mark> all'],
    ['**==best==** (==too==)', '<strong><mark>best</mark></strong> (<mark>too</mark>)'],
    ['这是==重点==吧', '这是<mark>重点</mark>吧'],
    ['==a== b ==c==', '<mark>a</mark> b <mark>c</mark>'],
  ])('is marked: %s', (markdown, html) => expect(lineOf(markdown)).toBe(html));

  it.each(['a == b == c', 'x==1, y==2', '====', '==a', 'a==b==c', '=== a ===', '==a **b==** c'])(
    'is not in %s',
    (text) => {
      expect(lineOf(text)).not.toContain('mark>');
      expect(lineOf(text).replace(/<\/?strong>/g, '**')).toBe(text);
    },
  );

  it('is text in code and behind a backslash', () => {
    expect(lineOf('`==a==` \\==b== ==c==')).toBe('<code>==a==</code> ==b== <mark>c</mark>');
  });
});

describe('a task', () => {
  it('has one sign, which says in words whether it is done', () => {
    const { html, text } = aBody('- [x] Doors\n- [ ] Lights', { language: 'de' });
    expect(html).toBe(
      '<ul class="contains-task-list">\n<li class="task-list-item"><span role="img" aria-label="Erledigt">☑</span> Doors</li>\n' +
        '<li class="task-list-item"><span role="img" aria-label="Offen">☐</span> Lights</li>\n</ul>',
    );
    expect(text).toBe('☑ Doors ☐ Lights');
  });
});

describe('HTML that says what words are', () => {
  it('is kept with the attributes that belong to it', () => {
    const html =
      '<cite>a</cite> <u>b</u> <small>c</small> <time datetime="2024-05-01">d</time> <abbr title="T">e</abbr> <kbd>f</kbd> <mark>g</mark> ' +
      '<ins cite="https://a.example/" datetime="2024-05-01">h</ins> <del cite="https://a.example/">i</del> <q cite="https://a.example/" lang="de">j</q> ' +
      '<dfn title="D">k</dfn> <bdi dir="rtl">l</bdi> <data value="3">m</data> n<wbr>o';
    const body = aBody(html);
    expect(body.html).toBe(`<p>${html}</p>`);
    expect(body.diagnostics).toEqual([]);
  });

  it('loses what could do harm', () => {
    expect(
      lineOf(
        '<q cite="javascript:x" onclick="x">a</q> <time style="x">b</time> <data value="1" id="c" hidden>d</data>',
      ),
    ).toBe('<q>a</q> <time>b</time> <data value="1" id="opening.c">d</data>');
  });
});
