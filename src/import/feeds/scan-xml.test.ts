import { describe, expect, it } from 'vitest';
import { ImportRefused } from '../live-blog.ts';
import { scanXml } from './scan-xml.ts';

const reported = (text: string): string => {
  const parts: string[] = [];
  scanXml(text, 'feed', {
    open: (name) => parts.push(`<${name}>`),
    text: (piece) => parts.push(piece),
    close: (name) => parts.push(`</${name}>`),
  });
  return parts.join('');
};

it.each([
  ['<?xml version="1.0"?><a:b c="d"><e/>x</a:b>', '<a:b><e></e>x</a:b>'],
  ['\uFEFF<a>&lt;&#x41;&nbsp;&quot;</a>', '<a><A\u00a0"</a>'],
  ['<a><![CDATA[<b>]]>x<![CDATA[]]]]><![CDATA[>]]></a>', '<a><b>x]]></a>'],
  ['<a>x\u0000\u000by&#11;&#x1F;&#9;z</a>', '<a>xy\tz</a>'],
  ['<!DOCTYPE rss PUBLIC "-//N//DTD" "https://example.org/rss.dtd"><a/>', '<a></a>'],
])('reads %j', (text, expected) => {
  expect(reported(text)).toBe(expected);
});

describe('XML that is not well-formed', () => {
  it.each([
    ['', 'Unexpected empty feed, expected XML.'],
    ['<a>\n <b>x', at('end of the file inside <b>', 2, 5)],
    ['<a>\n <b><![CDATA[x]]', at('end of the file inside <b>', 2, 16)],
    ['<a>\n <b c="', at('end of the file inside <a>', 2, 7)],
    ['<a>\n<b></c></a>', at('XML ("Unexpected close tag")', 2, 7)],
    ['<a>x & y</a>', at('XML ("Invalid character in entity name")', 1, 7)],
    ['<a>&unknown;</a>', at('XML ("Invalid character entity")', 1, 12)],
    ['<a/>x', at('XML ("Text data outside of root node")', 1, 5)],
    ['x', at('XML ("Non-whitespace before first tag")', 1, 1)],
    ['<'.repeat(10_000_000), at('XML ("Unencoded <")', 1, 2)],
    [
      '<a>'.repeat(10_000),
      'Unexpected <a> inside 200 others in line 1, column 603, expected elements that nest less deeply in the feed.',
    ],
    [
      `<a ${Array.from({ length: 100_000 }, (_, i) => `b${i}=""`).join(' ')}/>`,
      'Unexpected attributes of an element in line 1, column 7901, expected no more than 1000.',
    ],
    ['<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>', entityAt(30)],
    ['<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>', entityAt(56)],
    ['<!DOCTYPE a [<!ENTITY % b SYSTEM "https://example.org/">%b;]><a/>', entityAt(61)],
  ])('is refused with its place (%#)', (text, message) => {
    expect(() => reported(text)).toThrow(new ImportRefused(message));
  });
});

function at(found: string, line: number, column: number): string {
  return `Unexpected ${found} in line ${line}, column ${column}, expected well-formed XML: the feed is damaged or cut off. Get it again from where it came from.`;
}

function entityAt(column: number): string {
  return `Unexpected declaration of an entity in line 1, column ${column}, expected none in the feed. Remove its <!DOCTYPE>.`;
}
