/** What a new archive says in one language, until its writers say something of their own. */
export type FirstEventTexts = {
  /** The `description` of the archive. */
  readonly archive: string;
  readonly title: string;
  readonly description: string;
  readonly standfirst: string;
  /** The metric of its milestone: what it is called, and what it counts. */
  readonly metric: { readonly title: string; readonly unit: string };
  readonly start: EntryTexts;
  readonly milestone: EntryTexts;
  /** Its text leads to the first entry, whose address it is given. */
  readonly end: { readonly title: string; readonly body: (start: string) => string };
};

/** An entry without its time. */
export type EntryTexts = { readonly title: string; readonly body: string };

/** The first event in every language that the interface speaks, by its language. */
export const firstEventTexts: Readonly<Record<'en' | 'de' | 'zh-Hans', FirstEventTexts>> = {
  en: {
    archive: 'What we have reported, kept for later.',
    title: 'Our first event',
    description: 'Three entries that show what a recap is made of.',
    standfirst:
      'This text stands at the top of the event, and comes from its `event.md`. Replace the three entries by your own, or delete the folder of the event as soon as you have another.',
    metric: { title: 'Visitors', unit: 'visitors' },
    start: {
      title: 'It starts',
      body: 'An entry is one file: what happened at **one moment**. Its time, by the clocks of the event, stands above the text.',
    },
    milestone: {
      title: 'The hundredth visitor is here',
      body: 'A milestone is an entry whose figure is data: it gets a place in the chart and in the table of the event.',
    },
    end: {
      title: 'That was it',
      body: (start) =>
        `Entries link to each other by their files: [it started](${start}) a few hours ago. The address of an entry stays the same when its title or its time is corrected.`,
    },
  },
  de: {
    archive: 'Worüber wir berichtet haben, zum Nachlesen aufbewahrt.',
    title: 'Unser erstes Ereignis',
    description: 'Drei Einträge, die zeigen, woraus ein Rückblick besteht.',
    standfirst:
      'Dieser Text steht oben auf der Seite des Ereignisses und kommt aus seiner `event.md`. Ersetzen Sie die drei Einträge durch eigene, oder löschen Sie den Ordner des Ereignisses, sobald Sie ein anderes haben.',
    metric: { title: 'Gäste', unit: 'Gäste' },
    start: {
      title: 'Es geht los',
      body: 'Ein Eintrag ist eine Datei: was in **einem Moment** geschah. Seine Uhrzeit, nach den Uhren des Ereignisses, steht über dem Text.',
    },
    milestone: {
      title: 'Der hundertste Gast ist da',
      body: 'Ein Meilenstein ist ein Eintrag, dessen Zahl Daten sind: Er bekommt seinen Platz im Diagramm und in der Tabelle des Ereignisses.',
    },
    end: {
      title: 'Das war es',
      body: (start) =>
        `Einträge verweisen über ihre Dateien aufeinander: [Los ging es](${start}) vor ein paar Stunden. Die Adresse eines Eintrags bleibt dieselbe, wenn sein Titel oder seine Uhrzeit berichtigt wird.`,
    },
  },
  'zh-Hans': {
    archive: '我们报道过的事件，留待日后查阅。',
    title: '我们的第一个事件',
    description: '用三条记录说明一份回顾由什么组成。',
    standfirst:
      '这段文字位于事件页面的顶部，来自它的 `event.md`。请用自己的记录替换这三条；有了别的事件之后，也可以删除这个事件的文件夹。',
    metric: { title: '访客', unit: '位访客' },
    start: {
      title: '开始了',
      body: '一条记录就是一个文件，写的是**某一时刻**发生的事。它的时间以事件当地的时钟为准，显示在正文上方。',
    },
    milestone: {
      title: '第一百位访客到来',
      body: '里程碑是带有数字的记录，这个数字就是数据：它会出现在事件的图表和表格里。',
    },
    end: {
      title: '到此结束',
      body: (start) => `记录之间通过文件互相链接：几小时前[开始了](${start})。更正标题或时间之后，记录的地址仍然不变。`,
    },
  },
};
