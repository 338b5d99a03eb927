import { expect, it } from 'vitest';
import { dangersIn, isDangerousAddress } from './dangers.ts';
import { strings } from './import/strings.ts';

it.each([
  ['<p>a <script>x</script></p>', ['<script>']],
  ['<img src="x.png" onerror="x">', ['img onError']],
  ['<a href="java\tscript:x">a</a>', ['a href=java\tscript:x']],
  ['<a href=" javascript:x">a</a>', ['a href= javascript:x']],
  ['<img src="data:image/png,x">', ['img src=data:image/png,x']],
  ['<p style="background:url(x)">a</p>', ['p style']],
  ['<iframe srcdoc="x"></iframe>', ['<iframe>', 'iframe srcDoc']],
  ['<svg><a xlink:href="javascript:x"></a></svg>', ['<svg>', 'a xLinkHref=javascript:x']],
  ['<template><img src=x onerror=x></template>', ['<template>', 'img onError']],
  ['<meta http-equiv="refresh" content="0;url=x">', ['<meta>']],
  ['<form action="https://evil.example"><input></form>', ['<form>']],
  ['<x-evil>a</x-evil>', ['<x-evil>']],
])('sees the danger in %s', (html, dangers) => {
  expect(dangersIn(html)).toEqual(dangers);
});

it('sees none in what only looks like it', () => {
  const html =
    '<p>javascript:x &lt;script&gt; <a href="/storm/a/#b">a</a> <a href="mailto:a@b.example" title="onclick=x">b</a></p>' +
    '<figure><img src="/a.png" alt="x"><figcaption>onerror=x</figcaption></figure><details open><summary>s</summary></details>';
  expect(dangersIn(html)).toEqual([]);
});

it('sees danger in many of the naughty strings', () => {
  expect(strings.filter((text) => dangersIn(text).length > 0).length).toBeGreaterThan(100);
});

it('tells addresses that a browser would run', () => {
  const addresses = [
    'https://a.example/',
    '/a/',
    '../a.md',
    '#a',
    'mailto:a@b.example',
    'javascript:x',
    '\x01javascript:x',
    'data:,x',
    'file:///etc/passwd',
  ];
  expect(addresses.filter(isDangerousAddress)).toEqual([
    'javascript:x',
    '\x01javascript:x',
    'data:,x',
    'file:///etc/passwd',
  ]);
});
