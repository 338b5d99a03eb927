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
  feedsHelp: (site: string) => `How to follow ${site} with a feed reader.`,
  feedsIntro:
    'Feeds tell you what is new here, without an account and without anybody watching. Put one of these addresses into a feed reader, and new entries come to you. All formats of a feed hold the same; if in doubt, take RSS.',
  feedGreeting:
    'This is a feed. Put the address of this page into a feed reader, and new entries come to you, without an account.',
  feedsOfAll: 'Every new entry of every event, in full.',
  feedsOfOne: 'One event',
  feedsMore: 'Good to know',
  feedOf: (format: string, title: string) => `${format} of ${title}`,
  feedsNotes: [
    'Each topic has a feed of its own: on the page of a topic, look for “Follow” at its foot.',
    'The address of an entry never changes. When it is corrected, its feed item says so and stays the same item; when it is withdrawn, the reason takes the place of its title and text.',
    'Feeds hold the newest 50 entries. Older ones are in archive documents (RFC 5005), to which the Atom feed leads, so that a program can read everything from the beginning.',
  ],
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
  /** Where a list goes on, before the name of the part that does. */
  earlier: 'Earlier',
  laterOn: 'Later',
  coverageBegins: 'Here the coverage begins.',
  coverageEnds: 'Here the coverage ends.',
  /** While an event is live. */
  allSoFar: 'This is all so far.',
  readOn: 'Read on',
  ofDay: (event: string, day: string) => `${event}: what was reported on ${day}.`,
  onTopic: (event: string, topic: string) => `${event}: the entries on ${topic}.`,

  corrected: 'Corrected',
  withdrawn: 'Withdrawn',
  entryWithdrawn: 'An entry was withdrawn',
  thisWithdrawn: 'This entry was withdrawn',
  withdrawnOn: 'It was withdrawn on',
  toTimelineOf: (event: string) => `To the timeline of ${event}`,
  captions: 'Captions',
  download: 'Download',
  transcript: 'Transcript',
  cite: 'Cite',
  /** Behind other words. */
  versionOf: (when: string) => `version of ${when}`,
  license: 'Licence',
  readWhole: 'Read the whole entry',
  by: (author: string) => `By ${author}`,
  firstPublishedAt: 'First published at',
  otherEntries: 'Other entries',
  before: 'Before',
  after: 'After',
  timeNotKnown: 'time not known',
  pinned: 'Pinned',
  draft: 'Draft',
  notYet: (when: string) => `Not yet: ${when}`,

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
  spanBeforeStart: 'before the start',
  afterBefore: 'After the one before',
  /** Where milestones of several metrics stand among one another. */
  afterBeforeOfKind: 'After the one before of the same metric',
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
  /** While an event is live. */
  ofSoFar: (last: string) => `of the ${last} so far`,
  inTime: 'In time',
  spanAfter: (span: string) => `${span} after`,
  spanBefore: (span: string) => `${span} before`,
  standing: 'Standing',
  finalValue: 'The final value',
  valueSoFar: 'The last value so far',
  itsPlace: 'Its place',
  position: (number: number, of: number) => `${number} of ${of}`,
  lessThan: (figure: string) => `less than ${figure}`,
  moreThan: (figure: string) => `more than ${figure}`,

  convertedFrom: (units: string) => `Converted from ${units}.`,
  steps: 'The line stays at each value until the next one was reported.',
  straight: 'Between two values the line is drawn straight; what it was there is not known.',
  noZero: 'The scale does not begin at zero.',
  unmarked: (count: number) =>
    `${count === 1 ? '1 value has' : `${count} values have`} no point of ${count === 1 ? 'its' : 'their'} own, for lack of room; the table has them all.`,
  leftOut: (names: string) => `Not drawn, because it would flatten everything else: ${names}.`,
  dashed: (names: string) => `. Dashed, until they were passed: ${names}`,
  oneValue: (value: string) => `One value, ${value}.`,
  sameValues: (count: number, figure: string, first: string, last: string) =>
    `${count} values, all of them ${figure}, the first ${first}, the last ${last}.`,
  values: (count: number, first: string, last: string) => `${count} values, from ${first} to ${last}.`,
  passedOnTheWay: (names: string) => `Passed on the way: ${names}.`,
  notReached: (names: string) => `Not reached: ${names}.`,
  notReachedYet: (names: string) => `Not reached so far: ${names}.`,
  passed: (when: string) => `passed ${when}`,
  passedAt: (when: string) => `at ${when}`,
  /** With a date, where `passedAt` has a time of day. */
  passedOn: (when: string) => `on ${when}`,
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
  searchIn: (event: string) => `Search ${event}`,
  searchArchive: 'Search the archive',
  everyEntry: (event: string) => `${event}: every entry by day, and a search over all of them.`,
  everyDay: 'Every event and its days, and a search over all entries.',
  searchHint: 'Words are found as they were written, or by their beginnings.',
  searching: 'Searching …',
  searchFailed: 'The search could not be loaded. The index below has every entry.',
  noneFound: 'No entry found',
  found: (count: number | string) => (count === 1 ? '1 entry found' : `${count} entries found`),
  moreFound: 'More results',
  /** Where the texts of many events have not been looked through. */
  titlesSearched: 'Only titles, figures, topics, names and dates were searched, not the texts.',
  textsSearched: 'All texts were searched.',
  searchTexts: (events: number) => `Search the texts of all ${events} events, too`,
  orOneEvent: 'or choose one of the events below.',
  entryIndex: 'Index of all entries',
  entries: (count: number) => (count === 1 ? '1 entry' : `${count} entries`),
  thisHelp: 'This help',
  close: 'Close',

  footnotes: 'Footnotes',
  backToReference: (number: string) => `Back to reference ${number}`,
  alertNote: 'Note',
  alertTip: 'Tip',
  alertImportant: 'Important',
  alertWarning: 'Warning',
  alertCaution: 'Caution',
  taskDone: 'Done',
  taskOpen: 'To do',
  videoOn: (site: string) => `Video on ${site}`,
  postOn: (site: string) => `Post on ${site}`,
  soundOn: (site: string) => `Sound on ${site}`,
  streamOn: (site: string) => `Stream on ${site}`,

  newEntries: (count: number | string) => (count === 1 ? '1 new entry' : `${count} new entries`),
  readThem: 'Read on from there',
  changedEntries: (count: number | string) => (count === 1 ? '1 changed entry' : `${count} changed entries`),
  readChanges: 'Read what has changed',
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
