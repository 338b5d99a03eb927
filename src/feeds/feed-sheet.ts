import type { Site } from '../core/archive.ts';
import type { Permalinks } from '../core/permalinks.ts';
import { interfaceTexts } from '../words/languages/interface-texts.ts';
import type { SiteFile } from './site-file.ts';
import { xmlEscape } from './xml-text.ts';

/** Where the style sheet of feeds is. */
export const sheetPath = (to: Permalinks): string => to.beside(to.feeds(), 'feed.css');

/** The line of a feed that names its style sheet. */
export const sheetAt = (address: string): string => `<?xml-stylesheet type="text/css" href="${xmlEscape(address)}"?>`;

/** What greets a person who opens a feed itself: what it is for, and the title, time and summary of its items. */
export const feedSheet = ({ language }: Site, to: Permalinks): SiteFile => ({
  path: sheetPath(to),
  type: 'text/css; charset=utf-8',
  print: () => `${rules}rss::before,
feed::before {
  content: "${interfaceTexts(language).feedGreeting.replace(/["\\]/g, '\\$&')}";
}
`,
});

/** Whole texts are HTML as text here, which nobody could read; addresses cannot be followed. */
const rules = `@namespace content url("http://purl.org/rss/1.0/modules/content/");
@namespace media url("http://search.yahoo.com/mrss/");

:root {
  color-scheme: light dark;
  display: block;
  max-inline-size: 38rem;
  margin: 2rem auto;
  padding-inline: 1.25rem;
  background: light-dark(#faf6ed, #14171c);
  color: light-dark(#1d1b18, #e9e3d6);
  font: 1rem/1.5 system-ui, sans-serif;
}

rss::before,
feed::before {
  display: block;
  padding: 1rem;
  border-inline-start: 4px solid light-dark(#a62f17, #f0806a);
  background: light-dark(#f1eadb, #1c2027);
}

channel,
item,
entry,
title,
description,
subtitle,
summary,
pubDate,
published {
  display: block;
}

title {
  font-weight: 600;
}

channel > title,
feed > title {
  margin-block-start: 1.5rem;
  font-size: 1.75rem;
}

item,
entry {
  margin-block-start: 1.5rem;
  padding-block-start: 1.5rem;
  border-block-start: 1px solid light-dark(#d8cdb8, #363a41);
}

pubDate,
published {
  font-size: 0.875rem;
}

link,
guid,
id,
icon,
logo,
image,
author,
content,
updated,
language,
lastBuildDate,
channel > copyright,
content|encoded,
media|content {
  display: none;
}

`;
