/** A text with everything in it that live blogs hold: what is damaged must be there first. */
export const richText = `<h2 id="top">The <em>gala</em></h2><p>Figures: <strong>5,000</strong> <a href="https://a.example/?a=1&amp;b=2" title="t">people</a>,
<sup>1</sup> x<sub>2</sub> <code>&lt;b&gt;</code> &mdash; <del>four</del> <ins>five</ins><br/>* no list, # no heading, 1. no number, [no](link) _x_ \`y\` | z</p>
<figure class="x"><a href="/big.png"><picture><source srcset="a.webp 1x, b.webp 2x"><img src="a.png" srcset="a.png 300w, b.png 900w" alt="The [hall]" width=3 data-src="c.png"></picture></a>
<figcaption>Ana | Ben <small>Photo: &copy; x</small></figcaption></figure>
<ul><li>one<ul><li>two</li></ul></li><li><p>three</p></li></ul><ol start="3"><li>four</li></ol><dl><dt>a</dt><dd>b</dd></dl>
<table><caption>c</caption><thead><tr><th colspan=2>a|b</th></tr></thead><tbody><tr><td rowspan="2">1</td><td><ul><li>x</li></ul></td></tr></tbody></table>
<blockquote class="twitter-tweet" lang="en"><p>A tweet https://t.co/x</p>&mdash; Ana (@ana) <a href="https://twitter.com/ana/status/1">Nov 11</a></blockquote>
<iframe src="https://www.youtube.com/embed/abc?start=3" allowfullscreen></iframe><video poster="v.png" controls><source src="v.mp4"></video>
<div style="color:red" onclick="x()"><script>x()</script><style>b{}</style><!-- c --><svg><path d="M0"/></svg></div>
<pre><code class="language-js">let x = \`\${y}\`;\n\n\`\`\`</code></pre><hr><details><summary>s</summary>t</details><p>---</p><p>title: x</p><form><input value="i"></form>`;
