import { PictureFault } from './picture-fault.ts';

/**
 * Throws `PictureFault` for an SVG of which a part would be missing in what is published: other files are not loaded, and HTML
 * within it is not drawn. Gives whether it holds text, which is drawn with whatever fonts a machine has.
 */
export const checkDrawing = (svg: string): { readonly hasText?: true } => {
  const root = /<svg\b[^>]*>/i.exec(svg)?.[0] ?? '';
  if (!/\bviewBox\s*=/i.test(root) && !(/\swidth\s*=/i.test(root) && /\sheight\s*=/i.test(root)))
    throw new PictureFault(
      'the drawing does not say how large it is',
      'Give its <svg> a viewBox, or width and height.',
    );
  if (/<(?:\w+:)?foreignObject\b/i.test(svg))
    throw new PictureFault(
      'it holds HTML (foreignObject), which would be left out',
      'Export it with its text as paths, or as PNG.',
    );
  if (/<(?:\w+:)?image\b[^>]*?\bhref\s*=\s*["'](?!\s*data:)/i.test(svg))
    throw new PictureFault(
      'it shows another file, which would be left out',
      'Export it with pictures embedded, or as PNG.',
    );
  return /<(?:\w+:)?(?:text|tspan)\b[^>]*>[^<]*\S/i.test(svg) ? { hasText: true } : {};
};
