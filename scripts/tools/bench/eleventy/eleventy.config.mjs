const perPart = 100;
const zone = { timeZone: 'Europe/Berlin' };
const inWords = new Intl.DateTimeFormat('en-GB', { ...zone, dateStyle: 'full', timeStyle: 'medium' });
const clock = new Intl.DateTimeFormat('en-GB', { ...zone, timeStyle: 'medium' });

export default (config) => {
  config.addFilter('inWords', (date) => inWords.format(date));
  config.addFilter('clock', (date) => clock.format(date));
  config.addFilter('rfc822', (date) => date.toUTCString());
  config.addFilter('absolute', (html) => html.replaceAll('href="/', 'href="https://bench.example.org/'));
  // Neighbours are set once: looking each up in the collection, as Eleventy's own filters do, takes the square of the time.
  config.addCollection('entries', (api) => {
    const entries = api.getFilteredByTag('entry');
    for (const [index, { data }] of entries.entries()) {
      data.earlier = entries[index - 1];
      data.later = entries[index + 1];
    }
    return entries;
  });
  config.addCollection('dayParts', (api) =>
    [...Map.groupBy(api.getFilteredByTag('entry'), ({ data }) => data.day)].flatMap(([day, entries], index, days) => {
      const count = Math.ceil(entries.length / perPart);
      return Array.from({ length: count }, (_, part) => ({
        day,
        number: part + 1,
        numbers: Array.from({ length: count }, (_number, at) => at + 1),
        entries: entries.slice(part * perPart, (part + 1) * perPart),
        earlier: days[index - 1]?.[0],
        later: days[index + 1]?.[0],
      }));
    }),
  );
  config.addCollection('days', (api) => [...new Set(api.getFilteredByTag('entry').map(({ data }) => data.day))]);
  config.addCollection('newest', (api) => api.getFilteredByTag('entry').slice(-100));
  // The texts are Markdown and not templates, as they are for the others.
  return { markdownTemplateEngine: false, htmlTemplateEngine: 'njk' };
};
