import { expect, test } from 'vitest';
import { permalinks } from '../core/permalinks.ts';
import { readArchive } from '../core/read-archive.ts';
import { anEntry, anEvent, aSite, contentOf } from '../core/testing.ts';
import { type Body, emptyBody } from '../markdown/body.ts';
import { eventMarkdown } from './event-markdown.ts';

test('an event is one text: oldest first, with zones, and with addresses that have their host', () => {
  const body = [
    'See [a](b.md "B"), [c][ref], <a href="b.md">d</a> and `b.md`.\n\n## Later\n\n![A pad](<my pad.jpg>)\n',
    '```sh\n# no heading\n```\n\n[ref]: b.md\n',
  ].join('\n');
  const texts = {
    'site.yml': aSite({ publisher: '{name: Press}', license: 'CC0-1.0' }),
    'gala/event.md': anEvent({ location: 'Hangzhou' }, '\nAll *of* it.\n'),
    'gala/z.md': anEntry({ title: 'First *star*', author: 'Ada', time: '2019-11-10T20:00' }, `\n${body}`),
    'gala/b.md': anEntry({ time: '2019-11-11', corrections: '[{time: 2019-11-12T09:00, note: A slip.}]' }),
    'gala/c.md': anEntry(
      { time: '2019-11-11T10:00', withdrawn: '{time: 2019-11-11T11:00, reason: Wrong.}' },
      '\nSecret.\n',
    ),
    'gala/d.md': anEntry({ draft: 'true' }, '\nNot yet.\n'),
  };
  const { archive } = readArchive(contentOf(texts), { drafts: true });
  const { site, events } = archive;
  const [gala] = events;
  if (!gala) throw new Error('There is no event.');
  const links: Body['links'] = [
    ['b.md', '/gala/b/'],
    ['my%20pad.jpg', '/gala/media/pad-1.jpg'],
  ];
  const bodyOf = ({ file }: { readonly file: string }) => (file === 'gala/z.md' ? { ...emptyBody, links } : emptyBody);
  const text = eventMarkdown(gala, { site, to: permalinks(site.url), bodyOf, cover: undefined });
  expect(text).toBe(`# Gala

A night of songs.

- 10–11 November 2019, Hangzhou
- China Standard Time (Asia/Shanghai, UTC+08:00)
- https://recaps.example.org/gala/
- Recaps, Press
- Licence: CC0 1.0, https://creativecommons.org/publicdomain/zero/1.0/

All *of* it.

## Sunday, 10 November 2019

### First \\*star\\*

- 10 November 2019, 20:00, China Standard Time (Asia/Shanghai, UTC+08:00)
- By Ada
- https://recaps.example.org/gala/z/

See [a](https://recaps.example.org/gala/b/ "B"), [c][ref], <a href="https://recaps.example.org/gala/b/">d</a> and \`b.md\`.

##### Later

![A pad](<https://recaps.example.org/gala/media/pad-1.jpg>)

\`\`\`sh
# no heading
\`\`\`

[ref]: https://recaps.example.org/gala/b/

## Monday, 11 November 2019

### An entry was withdrawn

- 11 November 2019, 10:00, China Standard Time (Asia/Shanghai, UTC+08:00)
- https://recaps.example.org/gala/c/

Withdrawn, 11 November 2019, 11:00: Wrong.

### The curtain rises

- 11 November 2019, time not known
- https://recaps.example.org/gala/b/

It begins.

Corrected, 12 November 2019, 09:00: A slip.
`);
});
