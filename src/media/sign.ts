/** The sign of the program as SVG, in two colours, such as `#a62f17`. */
export const signOf = ({ ground, lines }: { readonly ground: string; readonly lines: string }): string =>
  '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32">' +
  `<rect width="32" height="32" rx="6" fill="${ground}"/>` +
  `<path d="M11 6v20M18 10h8M18 16h8M18 22h5" stroke="${lines}" stroke-width="2"/>` +
  `<circle cx="11" cy="16" r="4" fill="${lines}"/></svg>`;
