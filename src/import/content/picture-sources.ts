import type { Element } from 'hast';
import { addressIn, attribute, isElement } from './element.ts';

/** Wider pictures than this are no better on any screen. */
const widestUseful = 2560;

const lists = ['dataSrcset', 'dataLazySrcset', 'srcSet'] as const;
const lazy = ['dataSrc', 'dataLazySrc', 'dataOriginal', 'dataLazy', 'dataHiRes'] as const;

/**
 * The addresses under which a picture may be found, the best first: the widest that is offered, that which a script
 * loads later, its own; last those that hold a place until the script runs.
 */
export const pictureSourcesOf = (picture: Element, parent: Element): readonly string[] => {
  const around = isElement(parent, 'picture') ? parent.children.filter((child) => isElement(child, 'source')) : [];
  const offered = lists.map((name) => widest(attribute(picture, name)));
  const single = lazy.map((name) => addressIn(picture, name));
  const others = around.flatMap((source) => lists.map((name) => widest(attribute(source, name))));
  const found = [...offered, ...single, addressIn(picture, 'src'), ...others].filter((address) => address !== '');
  return [...found.filter((address) => !isPlaceholder(address)), ...found.filter(isPlaceholder)];
};

const isPlaceholder = (address: string): boolean =>
  /^(?:data|about|blob):/i.test(address) ||
  /(?:^|\/)(?:blank|spacer|pixel|transparent|placeholder|lazy|loading|1x1)[\w-]{0,20}\.(?:gif|png|svg)(?:\?|$)/i.test(
    address.slice(-200),
  );

/** The best candidate of a `srcset`, whose widths are in pixels or in pixels of the screen. */
const widest = (list: string): string => {
  if (list === '' || list.length > 20_000) return '';
  const candidates: { address: string; width: number }[] = [];
  let last: { address: string; width: number } | undefined;
  for (const token of list.split(/\s+/)) {
    if (last && /^[\d.]+[wxh]?,?$/.test(token)) {
      last.width = Number.parseFloat(token);
      last = undefined;
      continue;
    }
    const ends = token.endsWith(',');
    const candidate = { address: token.replace(/^,+|,+$/g, ''), width: 1 };
    candidates.push(candidate);
    last = ends ? undefined : candidate;
  }
  const fitting = candidates.filter(({ width }) => width <= widestUseful);
  const [best] = (fitting.length > 0 ? fitting : candidates).toSorted((a, b) => b.width - a.width);
  return best?.address ?? '';
};
