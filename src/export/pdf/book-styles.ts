/** How a book looks, beyond what the site prints: paper, page numbers, a title page, contents, breaks. */
export const bookStyles = `
@page {
  size: A4;
  margin: 20mm 19mm 22mm;
  @bottom-center { content: counter(page); font: 8.5pt system-ui, sans-serif; color: #666; }
}
@page :first { @bottom-center { content: none; } }
:root { --paper: #fff; }
html, body { background: none; }
/* Charts reach a little beyond their column. */
main { padding-inline: 3mm; }
/* The outline would lose the spaces at which lines break. */
h1, h2, h3, h4 { white-space: pre-wrap; }
.entries.book, .entries.book > section + section, .book-contents { break-before: page; }
.entries .band { position: static; break-after: avoid; margin: 0; padding-block: 0 0.7rem; }
.entry .topics { break-before: avoid; }
.book-contents h2 { margin-block: 0 1rem; }
.book-contents p { break-after: avoid; font-weight: 600; margin-block: 1em 0.4em; }
.book-contents ol { list-style: none; margin: 0; padding: 0; font-size: 0.85rem; }
.book-contents .many { columns: 2; column-gap: 1.5rem; font-size: 0.75rem; }
.book-contents li { break-inside: avoid; margin-block: 0.25em; }
.book-contents li a { display: flex; gap: 1em; }
.book-contents b { flex: none; min-inline-size: 4.5em; font-weight: inherit; color: var(--ink-soft); font-variant-numeric: tabular-nums; }
figure, picture, img, svg { break-inside: avoid; }
[aria-labelledby="page.milestones"] { break-inside: avoid; }
img { max-block-size: 200mm; object-fit: contain; }
.hero img { max-block-size: 95mm; }
`;
