import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { attribute, element, findElement, hasClass, isElementNamed } from './element.ts';
import { embedScriptAddress, sourceOf } from './embed-address.ts';
import type { Pass } from './pass.ts';

/**
 * Takes out what no reader sees or what could run: scripts, styles, comments, hidden parts, trackers, forms. A form that
 * is the frame of a text loses its fields only.
 */
export const leaveOutElements = (parent: Element, pass: Pass): void => {
  parent.children = parent.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return [child];
    if (child.type !== 'element') return [];
    const found = reasonFor(child);
    if (found) {
      if (found.note) pass.note(found.note);
      return [];
    }
    leaveOutElements(child, pass);
    return [child.tagName === 'form' ? element('div', {}, child.children) : child];
  });
};

const invisible = new Set('style template head meta link base title noembed noframes datalist'.split(' '));
const fields = new Set('input select textarea button option optgroup'.split(' '));

const reasonFor = (found: Element): { readonly note?: string } | undefined => {
  const { tagName } = found;
  if (invisible.has(tagName) || tagName === 'dialog') return {};
  if (tagName === 'script') return embedScriptAddress(found) === undefined ? reasonForScript(found) : undefined;
  if (fields.has(tagName) || (tagName === 'form' && !findElement(found, 'p', 'figure', 'blockquote')))
    return { note: 'A form or one of its fields is left out.' };
  if (tagName === 'svg')
    return attribute(found, 'ariaHidden') === 'true' ? {} : { note: 'A drawing (SVG) is left out.' };
  if (isTracker(found)) return { note: 'A tracking pixel is left out.' };
  if (isHidden(found)) return textOf(found).trim() === '' ? {} : { note: 'Hidden text is left out.' };
  return undefined;
};

/** The script of an embed is left out with the embed. */
const reasonForScript = (script: Element): { readonly note?: string } => {
  const url = URL.parse(attribute(script, 'src'), 'https://here.invalid/');
  return url && sourceOf(url.hostname) ? {} : { note: 'A script is left out.' };
};

const isHidden = (found: Element): boolean => {
  const { hidden } = found.properties;
  if (isElementNamed(found, 'iframe', 'video', 'img', 'amp-img')) return false;
  const isHiddenByClass =
    hasClass(found, 'hidden') && !/:(?:block|flex|grid|inline)/.test(attribute(found, 'className'));
  return (hidden !== undefined && hidden !== false) || isHiddenByClass || hides.test(attribute(found, 'style'));
};

const hides = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Whether something is fetched to be counted and not to be seen. */
const isTracker = (found: Element): boolean => {
  if (!isElementNamed(found, 'img', 'amp-img', 'amp-pixel', 'iframe')) return false;
  const style = attribute(found, 'style');
  return (
    found.tagName === 'amp-pixel' ||
    found.properties.hidden === true ||
    /(?:^|;)\s*display\s*:\s*none/i.test(style) ||
    ['width', 'height'].some((name) => isTiny(attribute(found, name)) || isTiny(sizeIn(style, name)))
  );
};

const sizeIn = (style: string, name: string): string =>
  new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([\\d.]+(?:px)?)\\s*(?:;|$)`, 'i').exec(style)?.[1] ?? '';

const isTiny = (size: string): boolean => /^\d+(?:\.\d+)?(?:px)?$/i.test(size) && Number.parseFloat(size) <= 1;
