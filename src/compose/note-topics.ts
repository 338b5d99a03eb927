import { nearest } from '../core/nearest.ts';

/** A sentence for each topic that the event does not have yet, where it has one like it. */
export const noteTopics = (topics: readonly string[], known: ReadonlySet<string>): readonly string[] =>
  topics.flatMap((topic) => {
    const meant = known.has(topic) ? undefined : nearest(topic, known);
    return meant === undefined ? [] : `The topic "${topic}" is new to the event. Did you mean "${meant}"?`;
  });
