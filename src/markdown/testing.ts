import { collectDiagnostics, type Diagnostic } from '../core/diagnostics.ts';
import type { ShownMedia } from '../core/shown-media.ts';
import type { Body, BodyContext } from './body.ts';
import { finishBody } from './finish-body.ts';
import { parseBody } from './parse-body.ts';

/**
 * The body that a Markdown text becomes in the entry `gala/opening.md`, where it begins in line 5, and what was reported
 * on the way. Unless `context` says otherwise every link is found and no picture is.
 */
export const aBody = (
  markdown: string,
  context: Partial<BodyContext> = {},
): Body & { readonly diagnostics: readonly Diagnostic[] } => {
  const { report, diagnostics } = collectDiagnostics();
  const found = () => ({ link: '/found/' });
  const targets = { document: found, page: found };
  const parsed = parseBody({ file: 'gala/opening.md', line: 5, markdown }, report);
  const own = { idPrefix: 'opening', page: 'https://example.org/gala/opening/', targets, mediaAt: () => undefined };
  const body = finishBody(parsed, { ...own, ...context }, report);
  return { ...body, diagnostics: diagnostics() };
};

/** A picture or video that is published under its own name, the picture in two widths. */
export const shownAt = (path: string): ShownMedia => {
  const src = `/media/${path}`;
  if (/\.(mp4|webm)$/.test(path)) return { kind: 'video', src, type: 'video/mp4', size: 5, tracks: [] };
  const sources = [{ type: 'image/avif', srcset: `${src}-400 400w, ${src}-1300 1300w`, isFluid: true }];
  return { kind: 'picture', src, width: 1600, height: 1200, sources, large: `${src}-1920`, tone: 'tone r1 g2 b3' };
};

/** A picture of one file, as small ones are. */
export const plainAt = (path: string): ShownMedia => ({
  kind: 'picture',
  src: `/media/${path}`,
  width: 640,
  height: 480,
  sources: [],
  large: `/media/${path}`,
});
