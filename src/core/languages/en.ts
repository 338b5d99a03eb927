/** What the pages say in English. Other languages have the same texts; each has a file like this one. */
export const en = {
  /** Between a label and what it labels. */
  colon: ': ',
  /** Between the members of a list, and between a name and what stands beside it. */
  comma: ', ',
  /** Between sentences. */
  gap: ' ',
  stop: '.',

  skip: 'Skip to the content',
  trail: 'Where you are',
  publishedBy: 'published by ',
  allFeeds: 'All feeds',
  followBy: (title: string, format: string) => `Follow ${title} by ${format}`,
  noEvents: 'No event has been kept here yet.',
  lost: 'There is no page at this address',
  lostTitle: 'Page not found',
  lostHelp:
    'Entries of this archive keep their addresses, so the address may have been mistyped. These are the events that are kept here:',
  moved: 'This page has moved',

  results: 'Results',
  moreOnEvent: 'More on the event',
  inThisRecap: 'In this recap',
  days: 'Days',
  topics: 'Topics',
  topic: 'Topic',
  newestPart: 'Here stands the newest part. All of it, day by day:',
  oldestPart: 'Here stands the oldest part. All of it, day by day:',
  noEntries: 'The coverage has no entries yet.',
  later: (zone: string) => `later ${zone}`,
  timesAreLocal: (zone: string) => `Times are local: ${zone}.`,

  part: (number: number) => `part ${number}`,
  partsOf: (label: string) => `Parts of ${label}`,
  partsAgain: (label: string) => `${label}, again`,
  earlierPart: (number: number) => `Earlier: part ${number}`,
  laterPart: (number: number) => `Later: part ${number}`,
  otherDays: 'Other days',
  dayBefore: 'The day before',
  dayAfter: 'The day after',
  ofDay: (event: string, day: string) => `${event}: what was reported on ${day}.`,
  onTopic: (event: string, topic: string) => `${event}: the entries on ${topic}.`,

  corrected: 'Corrected',
  withdrawn: 'Withdrawn',
  entryWithdrawn: 'An entry was withdrawn',
  thisWithdrawn: 'This entry was withdrawn',
  withdrawnOn: 'It was withdrawn on',
  toTimelineOf: (event: string) => `To the timeline of ${event}`,
  readWhole: 'Read the whole entry',
  by: (author: string) => `By ${author}`,
  firstPublishedAt: 'First published at',
  otherEntries: 'Other entries',
  before: 'Before',
  after: 'After',
  timeNotKnown: 'time not known',
  pinned: 'Pinned',

  milestones: 'Milestones',
  theMilestones: 'the milestones',
  everyMilestone: (event: string) => `${event}: every milestone, with its time and its figure.`,
  noMilestones: 'This event has no milestones yet.',
  milestonesTable: 'The milestones in a table',
  allMilestonesTable: (count: number) => `All ${count} milestones, in a table`,
  allMilestones: 'all milestones',
  milestonesInTime: 'The milestones in time',
  amongMilestones: 'Among the milestones',
  milestoneBefore: 'Milestone before',
  milestoneAfter: 'Milestone after',
  sameAsData: 'The same as data',
  rows: (count: number) => (count === 1 ? '1 row' : `${count} rows`),
  time: 'Time',
  milestone: 'Milestone',
  sinceStart: 'Since the start',
  /** Behind a span of time. */
  spanSinceStart: 'since the start',
  afterBefore: 'After the one before',
  /** Behind a span of time. */
  spanAfterBefore: 'after the one before',
  /** What has been passed, as a headline and behind other words. */
  past: (names: string) => `Past ${names}`,
  pastToo: (names: string) => `past ${names}`,
  counts: 'Counts',
  alsoGivenAs: 'Also given as',
  converted: 'Converted',
  about: (figure: string) => `about ${figure}`,
  pastLabel: 'Past',
  share: 'Share',
  ofFinal: (final: string) => `of the final ${final}`,
  inTime: 'In time',
  spanAfter: (span: string) => `${span} after`,
  spanBefore: (span: string) => `${span} before`,
  standing: 'Standing',
  finalValue: 'The final value',
  itsPlace: 'Its place',
  position: (number: number, of: number) => `${number} of ${of}`,
  lessThan: (figure: string) => `less than ${figure}`,
  moreThan: (figure: string) => `more than ${figure}`,

  convertedFrom: (units: string) => `Converted from ${units}.`,
  steps: 'The line stays at each value until the next one was reported.',
  straight: 'Between two values the line is drawn straight; what it was there is not known.',
  noZero: 'The scale does not begin at zero.',
  unmarked: (count: number) => `${count} values have no point of their own, for lack of room; the table has them all.`,
  leftOut: (names: string) => `Not drawn, because it would flatten everything else: ${names}.`,
  dashed: (names: string) => `. Dashed, until they were passed: ${names}`,
  oneValue: (value: string) => `One value, ${value}.`,
  sameValues: (count: number, figure: string, first: string, last: string) =>
    `${count} values, all of them ${figure}, the first ${first}, the last ${last}.`,
  values: (count: number, first: string, last: string) => `${count} values, from ${first} to ${last}.`,
  passedOnTheWay: (names: string) => `Passed on the way: ${names}.`,
  notReached: (names: string) => `Not reached: ${names}.`,
  passed: (when: string) => `passed ${when}`,
  passedAt: (when: string) => `at ${when}`,
  passedBy: (when: string) => `by ${when}`,

  /** Spans of time: days, hours, minutes, seconds, and what stands between number and unit, and between the two. */
  units: ['d', 'h', 'min', 's'],
  unitGap: ' ',
  spanGap: ' ',

  order: 'Order',
  newestFirst: 'Newest first',
  oldestFirst: 'Oldest first',
  milestonesOnly: 'Milestones only',
  contents: 'Contents',
  daysAndMilestones: 'Days and milestones',

  times: 'Times',
  eventTime: 'At the event',
  ownTime: 'Where you are',
  copyLink: 'Copy link',
  linkCopied: 'Link copied',
  keys: 'Keys',
  keysHelp: 'Keyboard',
  keysOn: 'Use these keys',
  nextEntry: 'Next entry',
  previousEntry: 'Previous entry',
  nextMilestone: 'Next milestone',
  search: 'Search',
  thisHelp: 'This help',
  close: 'Close',

  footnotes: 'Footnotes',
  backToReference: (number: string) => `Back to reference ${number}`,
  videoOn: (site: string) => `Video on ${site}`,
  postOn: (site: string) => `Post on ${site}`,
  soundOn: (site: string) => `Sound on ${site}`,
  streamOn: (site: string) => `Stream on ${site}`,

  newEntries: (count: number | string) => (count === 1 ? '1 new entry' : `${count} new entries`),
  readThem: 'Read on from there',
};

/** What pages say of their own accord, in one language: all but dates and figures, which `Intl` writes in any. */
export type InterfaceTexts = Widened<typeof en>;

type Widened<Texts> = {
  readonly [Name in keyof Texts]: Texts[Name] extends string
    ? string
    : Texts[Name] extends readonly string[]
      ? readonly string[]
      : Texts[Name];
};
