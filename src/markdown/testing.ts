import { collectDiagnostics, type Diagnostic } from '../core/diagnostics.ts';
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
  const own = { idPrefix: 'opening', page: 'https://example.org/gala/opening/', targets, pictureAt: () => undefined };
  const body = finishBody(parsed, { ...own, ...context }, report);
  return { ...body, diagnostics: diagnostics() };
};
