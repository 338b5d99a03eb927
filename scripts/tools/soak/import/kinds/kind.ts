import type { Random } from '../../random.ts';
import type { Hostile } from '../hostile.ts';

/**
 * A kind of hostile input: the one of a round, from 0. What there is a list of is taken in turn, by the round, so that
 * enough rounds bring all of it; the rest is left to chance.
 */
export type Kind = (round: number, random: Random) => Hostile;
