import postcss from 'postcss';
import { addressInCopy, type ZipCopy } from './place.ts';

/** Addresses in values (CSS Values 4, 4.5). */
const addresses = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^\s)]*))\s*\)/gi;

/** Properties whose pictures are asked for with the rules of CORS, which a file on a disk never meets. */
const withCors = /^(?:-webkit-)?(?:mask|mask-image|mask-border|mask-border-source|mask-box-image|shape-outside)$/i;

/** What a style sheet of a copy has beside it, as a page has. */
type SheetOfCopy = { readonly path: string; readonly copy: ZipCopy; readonly asData: (address: string) => string };

/** A style sheet of a site as it is in a copy: relative addresses, masks that it holds itself, and fonts that are used when they come. */
export const copySheet = (css: string, { path, copy, asData }: SheetOfCopy): string => {
  if (!/url\(/i.test(css)) return css;
  const sheet = postcss.parse(css);
  sheet.walkDecls((declaration) => {
    // No copy preloads its fonts, and one that comes a moment later would not be used.
    if (declaration.prop === 'font-display') declaration.value = 'swap';
    const isHeld = withCors.test(declaration.prop);
    declaration.value = declaration.value.replace(addresses, (whole, double = '', single = '', bare = '') => {
      const address: string = double || single || bare;
      if (address === '' || /^(?:#|data:)/i.test(address)) return whole;
      const led = isHeld ? asData(address) : addressInCopy(address, path, 'part', copy);
      return led === address ? whole : `url("${led}")`;
    });
  });
  return sheet.toString();
};
