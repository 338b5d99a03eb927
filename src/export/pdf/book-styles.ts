/** How a book looks, beyond what the site prints: paper, page numbers, a title page, contents, breaks. */
export const bookStyles = `
@page {
  size: A4;
  margin: 20mm 22mm 22mm;
  @bottom-center { content: counter(page); font: 8.5pt system-ui, sans-serif; color: #666; }
}
@page :first { @bottom-center { content: none; } }
.entries.book { break-before: page; }
.entries.book > section + section { break-before: page; }
/* The outline would lose the spaces at which lines break. */
h1, h2, h3, h4 { white-space: pre-wrap; }
.entries .band { position: static; break-after: avoid; }
.book-contents { break-before: page; }
.book-contents p { break-after: avoid; font-weight: 600; margin-block: 1em 0.3em; }
.book-contents ol { list-style: none; margin: 0; padding: 0; }
.book-contents li { break-inside: avoid; margin-block: 0.15em; }
.book-contents span { display: inline-block; min-inline-size: 5.5em; font-variant-numeric: tabular-nums; }
figure, picture, img, svg, .chart { break-inside: avoid; }
img { max-block-size: 200mm; object-fit: contain; }
`;
