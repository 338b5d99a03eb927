import { explainUnexpected } from '../core/unexpected-fault.ts';
import type { Addresses } from '../inspect/around.ts';
import { freshIndexer } from '../search/fresh-indexer.ts';
import type { WrittenEvent } from '../templates/entry.ts';
import { eventInputs, type Rendering } from '../templates/event-renderer.ts';

/** The events of an archive while it is written, each opened when it is asked for. */
export type WrittenEvents = {
  readonly addresses: Addresses;
  readonly eventIn: (folder: string) => Promise<WrittenEvent>;
  /** Those that have been opened. */
  readonly opened: ReadonlyMap<string, WrittenEvent>;
};

/** What has changed since an earlier state: folders of events. */
type Change = { readonly events: WrittenEvents; readonly changed: ReadonlySet<string> };

/** Opens events when they are asked for. Of an earlier state it keeps those that no change concerns. */
export const writtenEvents = (rendering: Rendering, addresses: Addresses, change?: Change): WrittenEvents => {
  const opened = new Map(change && keptOf(change));
  const opening = new Map<string, Promise<WrittenEvent>>();
  const inputOf = eventInputs(rendering, addresses, freshIndexer());
  const open = async (folder: string): Promise<WrittenEvent> => {
    try {
      const { input, save } = await inputOf(folder);
      const event = await (await rendering.templates()).openWritten(input, Date.now);
      await save();
      opened.set(folder, event);
      return event;
    } catch (fault) {
      throw explainUnexpected(fault, `The event in ${folder}`);
    }
  };
  return {
    addresses,
    opened,
    eventIn: async (folder) => {
      const event = opened.get(folder) ?? opening.get(folder) ?? open(folder);
      if (event instanceof Promise) opening.set(folder, event);
      return event;
    },
  };
};

/** An event with errors may be right since another one has changed. */
const keptOf = ({ events: { opened }, changed }: Change): [string, WrittenEvent][] =>
  [...opened].filter(
    ([folder, { shown }]) =>
      shown &&
      !changed.has(folder) &&
      ![...shown.record.links, ...(shown.record.counterparts ?? [])].some((one) => changed.has(one.folder)),
  );
