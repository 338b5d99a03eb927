import { type MeasuredNode, type Node, Renderer } from '@takumi-rs/core';
import { cardHeight, cardWidth } from './card.ts';
import { assertFonts, fontFilesFor, type SetNode } from './font-files.ts';

const renderer = new Renderer();

/** Draws a card, with the fonts of packages alone: as PNG, or as its pixels (RGBA). */
export const render = (node: Node, format: 'png' | 'raw'): Promise<Uint8Array> =>
  renderer.render(node, { width: cardWidth, height: cardHeight, fonts: fontsOf(node), format });

/** Lays out nodes, each by itself in a room of that width. */
export const measureAll = async (nodes: readonly Node[], width: number): Promise<readonly MeasuredNode[]> => {
  const column: Node = {
    type: 'container',
    style: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', width },
    children: [...nodes],
  };
  return (await renderer.measure(column, { width, fonts: fontsOf(column) })).children;
};

const fontsOf = (node: Node) => {
  assertFonts(textNodes(node));
  return fontFilesFor(textOf(node));
};

const textNodes = (node: Node): readonly SetNode[] =>
  node.type === 'text'
    ? [{ text: node.text, fontFamily: String(node.style?.fontFamily ?? '') }]
    : node.type === 'container'
      ? (node.children ?? []).flatMap(textNodes)
      : [];

const textOf = (node: Node): string =>
  node.type === 'text' ? node.text : node.type === 'container' ? (node.children ?? []).map(textOf).join('') : '';
