import type { Entry, Event } from '../archive.ts';
import { collectDiagnostics, type Diagnostic } from '../diagnostics.ts';
import { namesOf } from '../names-of.ts';
import { rewriteField } from './add-to-field.ts';
import type { Losing } from './explain-lost.ts';
import type { Renamed } from './first-names.ts';

type Found = { readonly thing: Event | Entry; readonly file: string };

/** Says of each thing whose items would have other ids which name has to stand in front, with the line. */
export const explainRenamed = (
  renamed: readonly Renamed[],
  { archive, files }: Pick<Losing, 'archive' | 'files'>,
): readonly Diagnostic[] => {
  const { report, diagnostics } = collectDiagnostics();
  const found = new Map<string, Found>(
    archive.events.flatMap((event) => [
      [`/${event.slug}/`, { thing: event, file: `${event.folder}/event.md` }] as const,
      ...event.entries.map((entry) => [`/${event.slug}/${entry.slug}/`, { thing: entry, file: entry.file }] as const),
    ]),
  );
  for (const { kind, address, oldest } of renamed) {
    const its = found.get(address);
    if (!its) continue;
    const names = [oldest, ...namesOf(its.thing).filter((name) => name !== oldest)];
    // What is newest needs no mention.
    const written = names.at(-1) === its.thing.slug ? names.slice(0, -1) : names;
    const [first = its.thing.slug] = namesOf(its.thing);
    report({
      rule: 'changed-id',
      ...rewriteField(files, its.file, 'aliases', written),
      message: `Unexpected "${first}" as the oldest name of ${kind === 'event' ? 'the event' : 'the entry'} at "${address}", expected "${oldest}", by which feeds know it`,
      hint: 'Write "aliases" with the oldest name first; its own slug may be one of them.',
    });
  }
  return diagnostics();
};
