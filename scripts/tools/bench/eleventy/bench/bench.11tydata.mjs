export default {
  layout: 'entry.njk',
  tags: 'entry',
  permalink: ({ page }) => `/bench/${page.fileSlug}/`,
};
