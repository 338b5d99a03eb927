/** What a rule says about the content: how grave it is, and its meaning in one sentence for writers. */
type Rule = { readonly severity: 'error' | 'warning'; readonly meaning: string };

/**
 * Every rule that a diagnostic can name. The names are permanent: writers search for them, and tools filter by them.
 * A test compares the table of docs/diagnostics.md with this one.
 */
export const rules = {
  'not-utf8': { severity: 'error', meaning: 'The file holds bytes that are not UTF-8 text.' },
  'bidi-control': {
    severity: 'warning',
    meaning: 'An invisible character would turn the text around it round: an override, or a change without an end.',
  },
  'control-character': {
    severity: 'warning',
    meaning: 'A character is no text, such as U+0001 or a colour of a terminal, and is left out or replaced.',
  },
  'front-matter-missing': { severity: 'error', meaning: 'The file does not begin with a front matter block.' },
  'front-matter-unclosed': { severity: 'error', meaning: 'The line `---` that ends the front matter is not there.' },
  'front-matter-language': { severity: 'error', meaning: 'The front matter asks for another language than YAML.' },
  'front-matter-syntax': { severity: 'error', meaning: 'The front matter is not valid YAML 1.2.' },
  'front-matter-aliases': { severity: 'error', meaning: 'YAML aliases multiply beyond a sane size (an alias bomb).' },
  'long-fields': {
    severity: 'error',
    meaning: 'The fields of a file take more than 64 KB, 3,000 lines, 6,000 marks of YAML or 20 levels.',
  },
  'lost-text': {
    severity: 'warning',
    meaning: 'A `#` begins a comment, or a `&` names a value: what belongs to it is no part of the value.',
  },
  'conflict-marker': {
    severity: 'error',
    meaning: 'A line marks what git could not merge: both versions would be published, and the marks.',
  },
  'title-markup': {
    severity: 'warning',
    meaning: 'A title or another plain text holds Markdown or HTML, which is shown as it is written.',
  },
  'unknown-key': { severity: 'error', meaning: 'A field has a name that Recapsule does not know.' },
  'missing-field': { severity: 'error', meaning: 'A field that is needed is not there.' },
  'invalid-value': { severity: 'error', meaning: 'A field holds a value of the wrong type or form.' },
  'invalid-time': {
    severity: 'error',
    meaning: 'A time is not written as Recapsule reads it, or no such date exists.',
  },
  'nonexistent-time': { severity: 'error', meaning: "Clocks in the event's zone skipped this local time." },
  'ambiguous-time': { severity: 'error', meaning: "Clocks in the event's zone showed this local time twice." },
  'invalid-coverage': { severity: 'error', meaning: 'The coverage ends before it starts.' },
  'outside-coverage': { severity: 'warning', meaning: "The entry's time is before the event starts or after it ends." },
  'future-time': { severity: 'warning', meaning: 'A time is later than the build.' },
  'published-before-time': {
    severity: 'warning',
    meaning: 'An entry says that it was published before its time.',
  },
  'silent-edit': {
    severity: 'warning',
    meaning: 'A text was changed more than an hour after it was published, and no correction says so.',
  },
  'late-entry': {
    severity: 'warning',
    meaning: 'An entry or event came more than a day after its time, and `published` does not say when.',
  },
  'file-time-disagrees': { severity: 'warning', meaning: 'The time in the file name is not the time in `time`.' },
  'unusable-slug': {
    severity: 'error',
    meaning: 'A slug, alias or topic holds characters that an address cannot keep.',
  },
  'reserved-slug': { severity: 'error', meaning: 'A slug or alias is the address of a page of its own.' },
  'duplicate-slug': { severity: 'error', meaning: 'A slug or alias is taken already.' },
  'lost-address': {
    severity: 'error',
    meaning: 'An address that was published would lead nowhere: of an event, an entry, a page, or the archive itself.',
  },
  'changed-id': {
    severity: 'error',
    meaning: 'An event or an entry that was published would have another id in feeds, and come to readers anew.',
  },
  'taken-address': { severity: 'error', meaning: 'A file of `public/` has the address of something else.' },
  'empty-page': { severity: 'warning', meaning: 'A page of `pages/` has no text.' },
  'large-file': {
    severity: 'warning',
    meaning: 'A file is larger than 25 MB, which some hosts refuse, or than 100 MB, which GitHub does.',
  },
  'other-host': {
    severity: 'warning',
    meaning: 'The host in `public/CNAME` is not that of the address of the archive.',
  },
  'similar-slug': { severity: 'error', meaning: 'A slug differs from another only by case or Unicode form.' },
  'unknown-metric': { severity: 'error', meaning: 'A milestone names a metric that the event does not have.' },
  'unknown-reference': {
    severity: 'error',
    meaning: 'A milestone surpasses a reference that its metric does not have.',
  },
  'unknown-unit': { severity: 'error', meaning: 'A value is in a unit that its metric neither has nor can convert.' },
  'doubtful-number': {
    severity: 'warning',
    meaning: 'A value such as `1.000` of what is counted, which is one and may be meant as a thousand.',
  },
  'unknown-translation': {
    severity: 'error',
    meaning: 'A translation is named that there is not: an event, or an entry in `translates`.',
  },
  'translation-language': {
    severity: 'error',
    meaning: 'An event is named as a translation into another language than its own.',
  },
  'one-sided-translation': {
    severity: 'error',
    meaning: 'An event is named as a translation, and does not name this one.',
  },
  'duplicate-translation': {
    severity: 'error',
    meaning: 'Two entries of one event are said to be the same entry in another language.',
  },
  'falling-metric': { severity: 'error', meaning: 'A value of a cumulative metric is lower than an earlier one.' },
  'not-surpassed': {
    severity: 'warning',
    meaning: 'A milestone claims to surpass a reference that its value has not passed.',
  },
  'lost-caption': {
    severity: 'warning',
    meaning: 'A picture among other words has a caption, which is shown below pictures that stand alone.',
  },
  'lost-cell': {
    severity: 'warning',
    meaning: 'A row of a table has more cells than its header, and what stands in them is lost.',
  },
  'lost-note': {
    severity: 'warning',
    meaning: 'A note has no reference, its name is taken, or a reference has no note: one of them is lost.',
  },
  'lost-reference': {
    severity: 'warning',
    meaning: 'A line such as `[Photo]: Reuters` is read as the address of a link that nothing uses, and is lost.',
  },
  'lost-code': {
    severity: 'warning',
    meaning:
      'A block of code has no end, or words stand on the line that begins it, where they are no part of it, and are lost.',
  },
  'lost-html': {
    severity: 'warning',
    meaning: 'A comment or tag is not closed, or a mark such as `<?…?>` is never shown, and text is lost in it.',
  },
  'unread-mark': {
    severity: 'warning',
    meaning: 'A mark of other programs, such as a formula between dollar signs, is shown as it is written.',
  },
  'unknown-alert': {
    severity: 'warning',
    meaning: 'A quotation begins like an alert of a kind that there is not, and is shown as text.',
  },
  'missing-picture': { severity: 'error', meaning: 'A picture or video is shown that is not in the content folder.' },
  'unreadable-picture': { severity: 'error', meaning: 'A picture cannot be decoded, or is too large to be.' },
  'weak-contrast': {
    severity: 'error',
    meaning: 'Text in a colour of the theme, or on it, could not be read by everybody.',
  },
  'missing-theme-file': { severity: 'error', meaning: 'The theme names a file that is not in `content/theme/`.' },
  'unreadable-font': { severity: 'error', meaning: 'A font of the theme is no WOFF 2, or is damaged.' },
  'doubtful-font': {
    severity: 'warning',
    meaning: 'A font of the theme keeps pages waiting, or lacks letters of the name of the archive.',
  },
  'style-syntax': { severity: 'error', meaning: 'The style sheet of the theme is not valid CSS.' },
  'blocked-style': {
    severity: 'warning',
    meaning: 'The style sheet of the theme loads from elsewhere, which the policy of pages does not allow.',
  },
  'drawn-text': {
    severity: 'warning',
    meaning: 'A drawing holds text, which each machine draws with its own fonts.',
  },
  'unreadable-video': { severity: 'error', meaning: 'A video or its captions hold what no browser plays.' },
  'video-codec': {
    severity: 'warning',
    meaning: 'A video, or its sound, is encoded in a way that some browsers do not play.',
  },
  'unknown-media': { severity: 'error', meaning: 'A file is shown that is neither a picture nor a video nor a sound.' },
  'unreadable-file': { severity: 'error', meaning: 'A sound or document is not what the ending of its name says.' },
  'unsafe-file': { severity: 'error', meaning: 'A file is linked to that could run code, such as a page or macros.' },
  'unused-file': { severity: 'warning', meaning: 'A file lies in an event, and nothing shows it or links to it.' },
  'missing-alt': { severity: 'error', meaning: 'A picture or video has no text for those who cannot see it.' },
  'missing-captions': { severity: 'warning', meaning: 'A video has no captions for those who cannot hear it.' },
  'remote-picture': {
    severity: 'error',
    meaning: 'A picture or video is fetched from another site, where it can vanish.',
  },
  'unknown-directive': {
    severity: 'warning',
    meaning: 'A block begins like a directive of other programs, and is shown as text.',
  },
  'broken-link': { severity: 'error', meaning: 'A link leads to an entry or page that does not exist.' },
  'dead-link': {
    severity: 'warning',
    meaning: 'A page outside of the archive is not there any more; only `check --links` asks.',
  },
  'unsafe-html': {
    severity: 'warning',
    meaning: 'HTML or an address that could run code or load from elsewhere is left out.',
  },
  'deep-nesting': {
    severity: 'error',
    meaning: 'Quotations, lists, brackets or HTML are nested deeper than any reader could follow.',
  },
  'long-body': {
    severity: 'error',
    meaning: 'The body makes a page above 300 KB, or would keep its parser busy for seconds.',
  },
  'long-page': {
    severity: 'error',
    meaning: 'A page with a list is above 300 KB, even without any text of its entries; builds find it.',
  },
  'entry-without-event': { severity: 'error', meaning: 'A Markdown file lies beside the events, not in one.' },
  'event-without-settings': { severity: 'error', meaning: 'A folder holds entries but no `event.md`.' },
  'misplaced-event': { severity: 'error', meaning: 'An `event.md` lies in a folder inside an event.' },
  'site-missing': { severity: 'error', meaning: 'The content folder has no `site.yml`.' },
  'unread-document': { severity: 'error', meaning: 'A file looks like an entry, but its ending is not `.md`.' },
  'not-a-file': {
    severity: 'error',
    meaning:
      'A pipe, a socket or a device lies in the content, a folder is named like a document or lies too deep, a document has more than 4 MB, or a file cannot be read.',
  },
  'symbolic-link': {
    severity: 'error',
    meaning: 'A file is a symbolic link or a submodule, which could show files from elsewhere.',
  },
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;
