import { type Diagnostic, hasErrors, sortDiagnostics } from '../core/diagnostics.ts';
import type { Addresses } from '../inspect/around.ts';
import type { Fingerprints, Handled, Handling, Rendering } from './event-renderer.ts';
import { renderByThreads } from './render-by-threads.ts';

/** What printing is to do: which events, by their folders, and the addresses of all. */
type RenderPlan = {
  readonly folders: readonly string[];
  readonly addresses: Addresses;
  /** What is wrong above the events. */
  readonly diagnostics: readonly Diagnostic[];
  /** How each folder was before anything was read: then what is printed is kept for builds with other colours. */
  readonly keeping?: Fingerprints;
};

/** How what is printed of an event is handed over, and who takes what that gives. */
type HandOver<Result> = {
  readonly handling: Handling<Result>;
  readonly take: (folder: string, result: Result, diagnostics: readonly Diagnostic[]) => void;
};

/** How long one thread works alone, in milliseconds: others take some time to get ready. */
const alone = 500;

/**
 * Makes the pages of events and hands them over as `handling` says; what that gives goes to `take`, in the order of the
 * folders. Where it takes longer, all cores help. Gives everything that is wrong; from the first error on nothing is
 * handed over, and the rest is only checked.
 */
export const renderEvents = async <Result>(
  rendering: Rendering,
  { folders, addresses, diagnostics, keeping: fingerprints }: RenderPlan,
  { handling, take }: HandOver<Result>,
  patience = alone,
): Promise<readonly Diagnostic[]> => {
  const found = [...diagnostics, ...rendering.theme.diagnostics];
  const isSound = (): boolean => !hasErrors(found);
  const collect = (folder: string, handled: Handled<Result>): void => {
    found.push(...handled.diagnostics);
    if (handled.result !== undefined && isSound()) take(folder, handled.result, handled.diagnostics);
  };
  if (folders.length === 0) return sortDiagnostics(found);
  // What renders takes long to load: most builds have something to render, but not all.
  const { eventRenderer } = await import('./event-renderer.ts');
  const print = await eventRenderer(rendering, addresses, handling, fingerprints);
  const { source, templates: _templates, theme: _theme, ...settings } = rendering;
  await renderByThreads(folders, { place: source.place, settings, addresses, handling, fingerprints }, print, {
    isWanted: isSound,
    collect,
    patience,
  });
  return sortDiagnostics(found);
};
