import { checkSize } from './drawing-size.ts';
import { mostDrawn } from './limits.ts';
import { PictureFault } from './picture-fault.ts';

/** Whether bytes begin like an SVG. */
export const isDrawing = (bytes: Uint8Array): boolean =>
  /^\s*(?:\ufeff\s*)?<(?:[?!]|(?:\w+:)?svg\b)/i.test(Buffer.from(bytes.subarray(0, 1000)).toString());

/**
 * Throws `PictureFault` for an SVG of which a part would be missing in what is published: other files are not loaded, and HTML
 * within it is not drawn; for one without a size; and for one that would take too long to be drawn. Gives whether it holds text, which is drawn with
 * whatever fonts a machine has.
 */
export const checkDrawing = (svg: string): { readonly hasText?: true } => {
  refuseCostly(svg);
  checkSize(svg);
  if (/<(?:\w+:)?foreignObject\b/i.test(svg))
    throw new PictureFault(
      'it holds HTML (foreignObject), which would be left out',
      'Export it with its text as paths, or as PNG.',
    );
  if (asksForFile(svg))
    throw new PictureFault(
      'it shows another file, which would be left out',
      'Export it with pictures and fonts embedded, or as PNG.',
    );
  return /<(?:\w+:)?(?:text|tspan)\b[^>]*>[^<]*\S/i.test(svg) ? { hasText: true } : {};
};

/** Pictures and symbols of other files, style sheets, and whatever CSS loads; what lies in the drawing itself is fine. */
const asksForFile = (svg: string): boolean =>
  /<(?:\w+:)?(?:image|use|feImage|script|linearGradient|radialGradient|pattern|textPath)\b[^<>]*?\shref\s*=\s*["'](?!\s*(?:data:|#|["']))/i.test(
    svg.replace(/\b\w+:href/gi, 'href'),
  ) ||
  /<\?xml-stylesheet\b[^>]*href\s*=\s*["'](?!\s*(?:data:|#))/i.test(svg) ||
  /@import\b\s*(?:url\()?\s*["']?(?!\s*data:)[^\s"')]/i.test(svg) ||
  /\burl\(\s*(?:["']|&quot;|&apos;)?\s*(?!["'#\s)]|data:|&quot;|&apos;)/i.test(svg);

const refuseCostly = (svg: string): void => {
  const { bytes, elements, letters, filters, levels } = mostDrawn;
  const refuse = (found: string): never => {
    throw new PictureFault(`the drawing has ${found}`, 'Simplify it, or export it as PNG.');
  };
  if (svg.length > bytes) refuse(`more than ${bytes / 1e6} MB`);
  if (/<!ENTITY\s[^>]*["'][^"'>]*&\w+;/.test(svg)) refuse('entities that hold other entities');
  if (lettersIn(svg) > letters) refuse(`more than ${letters.toLocaleString('en')} letters`);
  const all = { elements: 0, depth: 0 };
  for (const { 0: tag } of svg.matchAll(/<\/?[a-z]|\/>/gi)) {
    all.depth += tag.startsWith('</') || tag === '/>' ? -1 : 1;
    if (tag !== '/>' && !tag.startsWith('</')) all.elements += 1;
    if (all.elements > elements) refuse(`more than ${elements.toLocaleString('en')} elements`);
    if (all.depth > levels) refuse(`more than ${levels} levels`);
  }
  if ((svg.match(/\bfilter\s*[=:]|<(?:\w+:)?fe[A-Z]/g)?.length ?? 0) > filters) refuse(`more than ${filters} filters`);
};

/** How many letters a drawing may show as text, with those of its entities wherever they are used. */
const lettersIn = (svg: string): number => {
  const entities = [...svg.matchAll(/<!ENTITY\s+[\w.:-]+\s+(["'])(.*?)\1/gs)].map(([, , text = '']) => text.length);
  const longest = entities.reduce((most, length) => Math.max(most, length), 0);
  const used = longest > 0 ? (svg.match(/&[A-Za-z][\w.:-]*;/g)?.length ?? 0) : 0;
  let shown = 0;
  let isHidden = false;
  for (const piece of svg.split('<').slice(1)) {
    if (piece.startsWith('![CDATA[')) shown += isHidden ? 0 : lengthOf(piece);
    else if (piece.startsWith('!'))
      shown += piece.includes('-->') ? lengthOf(piece.slice(piece.indexOf('-->') + 3)) : 0;
    else {
      isHidden = /^(?:\w+:)?(?:style|script)\b/.test(piece);
      shown += isHidden || !piece.includes('>') ? 0 : lengthOf(piece.slice(piece.indexOf('>') + 1));
    }
  }
  return shown + used * longest;
};

const lengthOf = (text: string): number => text.replace(/\s+/g, '').length;
