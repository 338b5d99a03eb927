import { brokenLinks, filesOf } from '../../../testing/built-site.ts';

/** What is wrong in the pages and files of a site, a sentence each: numbers that are none, and links that lead nowhere. */
export const judgePages = (folder: string): readonly string[] => {
  const files = filesOf(folder);
  const texts = [...files].filter(([path]) => /\.(?:html|json|csv|xml)$/.test(path) && !path.includes('/pagefind/'));
  return [
    ...texts.flatMap(([path, bytes]) => {
      const [found] = slip.exec(bytes.toString()) ?? [];
      return found === undefined ? [] : [`${path} says ${JSON.stringify(found)}.`];
    }),
    ...brokenLinks(files).map((link) => `A link leads nowhere: ${link}.`),
  ];
};

/** What JavaScript writes where a value is not there or is no number, and coordinates that no drawing can have. */
const slip = /.{0,60}(?:\bNaN\b|\bundefined\b|Infinity|∞|\[object \w+\]).{0,20}/;
