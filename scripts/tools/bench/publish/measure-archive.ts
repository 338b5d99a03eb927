import { checkPages } from '../check-pages.ts';
import { type SyntheticArchive, type SyntheticEntry, syntheticArchive } from '../content.ts';
import type { Measurement } from '../measure.ts';
import { type Pushed, pushUntilLive } from './push-until-live.ts';
import { pushedEntry, withEntries } from './pushed-entry.ts';
import { putUp, type Stand, type StandPlace } from './stand.ts';

/** What is measured of an archive. */
type ArchivePlan = {
  readonly events: number;
  readonly size: number;
  /** How many entries are pushed, one by one. */
  readonly rounds: number;
  /** After how many of them, the last ones, Hugo makes all pages again. */
  readonly rebuilds: number;
  /** Whether all pages are made anew after those, too, by Recapsule and by Hugo. */
  readonly anew: boolean;
};

/** What was measured of an archive: one entry from its push to its page, and all pages made anew. */
export type ArchiveResult = Pick<ArchivePlan, 'events' | 'size'> & {
  readonly web: string;
  readonly pushes: readonly Measurement[];
  /** Pushes after a pause, when no process stands by. */
  readonly first: readonly Measurement[];
  readonly anew: readonly Measurement[];
  readonly hugoAnew: readonly Measurement[];
  readonly hugoAgain: readonly Measurement[];
};

/**
 * Publishes an archive by pushes to a git server of its own, and lets Hugo build the same pages between them. Rejects
 * where a push, a publish or a build fails or lacks pages.
 */
export const measureArchive = async (plan: ArchivePlan, place: StandPlace): Promise<ArchiveResult> => {
  const archive = syntheticArchive(plan.events, plan.size);
  const stand = await putUp(archive, place);
  try {
    const entries: SyntheticEntry[] = [];
    const pushes: Measurement[] = [];
    const first: Measurement[] = [];
    const anew: Measurement[] = [];
    const hugoAnew: Measurement[] = [];
    const hugoAgain: Measurement[] = [];
    // The first round warms up: it is not counted. Those behind it come after a pause.
    const last = pauses + plan.rounds;
    for (let round = 0; round <= last; round += 1) {
      const isFirst = round > 0 && round <= pauses;
      if (isFirst) await stand.pause();
      const [{ pushed, live }, entry] = await pushRound(archive, round, stand, place.signal);
      entries.push(entry);
      const times = `accepted after ${pushed.toFixed(3)} s, live after ${live.toFixed(3)} s`;
      console.error(`${plan.events} events, ${plan.size} entries, push ${round}: ${times}`);
      if (round > 0) (isFirst ? first : pushes).push({ seconds: live, peak: undefined });
      if (round <= last - plan.rebuilds) continue;
      if (plan.anew) {
        anew.push(await stand.makeAnew());
        await stand.settle();
        hugoAnew.push(...known(await stand.rebuild('from nothing')));
      }
      await stand.settle();
      hugoAgain.push(...known(await stand.rebuild('again')));
    }
    const whole = withEntries(archive, entries);
    await checkPages('Recapsule', stand.pages.own, whole);
    if (place.hugo) await checkPages(place.hugo.name, stand.pages.hugo, whole);
    return { events: plan.events, size: plan.size, web: stand.web.name, pushes, first, anew, hugoAnew, hugoAgain };
  } finally {
    await stand.idle();
    await stand.web.stop();
  }
};

/** How many pushes are measured after a pause. */
const pauses = 3;

const known = (one: Measurement | undefined): Measurement[] => (one ? [one] : []);

/** Pushes one more entry to the newest event, and gives how long that took. */
const pushRound = async (
  [newest]: SyntheticArchive,
  round: number,
  { server, web, add, settle, idle }: Stand,
  signal: AbortSignal,
): Promise<readonly [Pushed, SyntheticEntry]> => {
  if (!newest) throw new RangeError('There is no event to push to.');
  const entry = pushedEntry(newest, round);
  await add(newest.slug, entry);
  await settle();
  const pushed = await pushUntilLive(server, web, `/${newest.slug}/${entry.slug}/`, signal);
  const timeline = await web.get(`/${newest.slug}/`);
  if (!timeline.body.includes(`id="${entry.slug}"`)) throw new Error(`The timeline lacks ${entry.slug}.`);
  await idle();
  return [pushed, entry];
};
