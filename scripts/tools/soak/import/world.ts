/** `event.md` of an event in which harmless updates take place. `more` is further front matter. */
export const eventFile = (more = ''): string =>
  `---\ntitle: The storm\ndescription: What was there before.\ntimezone: Europe/Berlin\nstarts: 2019-11-11\nends: 2019-11-12\norder: newest-first\n${more}\n---\nA storm is coming.\n`;

/** An entry's file. `more` is further front matter. */
export const soakedEntryFile = (title: string, more = ''): string =>
  `---\ntitle: ${JSON.stringify(title)}\ntime: 2019-11-11T07:00\n${more}\n---\nIt begins.\n`;

/** What every content folder holds: settings and another event with an entry. */
export const everyContent: Readonly<Record<string, string>> = {
  'site.yml':
    'title: Soaked archive\ndescription: What soaking keeps\nurl: https://recaps.test\nlanguage: en\npublisher: {name: Test press}\n',
  'calm/event.md': eventFile(),
  'calm/0700-before.md': soakedEntryFile('Before'),
};
