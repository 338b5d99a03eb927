/** What a page of the browser needs to know to become a book: the pages that list the entries, and the entries in the order of time. */
export type BookPlan = {
  readonly base: string;
  readonly event: string;
  readonly pages: readonly { readonly path: string; readonly day: string }[];
  readonly entries: readonly string[];
  readonly styles: string;
  /** The title of the contents, and its language where that is not the one of the event. */
  readonly contents: { readonly title: string; readonly lang?: string };
};

/**
 * Makes of the timeline that is open one document with all entries, in the order of time. Runs in the browser, where its text
 * is sent: it uses nothing but what it is given. Gives the slugs of entries that no page lists.
 */
export const composeBook = async (plan: BookPlan): Promise<readonly string[]> => {
  const { base, event, pages, entries, styles } = plan;
  if (document.readyState !== 'complete')
    await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  const read = async (path: string): Promise<Document> =>
    new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html');
  const found = new Map<string, Element>();
  const days = new Map<string, { name: string; slugs: string[] }>();
  const order = new Map(entries.map((slug, at) => [slug, at]));
  for (const { path, day } of pages) {
    const page = await read(path);
    const articles = [...page.querySelectorAll('article.entry')].filter(({ id }) => order.has(id) && !found.has(id));
    const name = page.querySelector('h2.band')?.textContent ?? page.querySelector('h1')?.textContent ?? day;
    const slugs = days.get(day)?.slugs ?? [];
    days.set(day, { name, slugs });
    for (const article of articles) {
      found.set(article.id, article);
      slugs.push(article.id);
      if (!article.querySelector('.more')) continue;
      // A list cuts long texts. The page of the entry has all of it.
      const whole = (await read(`${base}${event}/${encodeURIComponent(article.id)}/`)).querySelector('main .prose');
      if (whole) article.querySelector('.prose')?.replaceWith(whole);
      article.querySelector('.more')?.remove();
    }
  }
  const list = document.createElement('div');
  const contents = document.createElement('nav');
  list.className = 'entries book';
  contents.className = 'book-contents';
  contents.append(
    Object.assign(document.createElement('h2'), {
      textContent: plan.contents.title,
      lang: plan.contents.lang ?? document.documentElement.lang,
    }),
  );
  for (const [day, { name, slugs }] of days) {
    const section = list.appendChild(document.createElement('section'));
    const heading = section.appendChild(document.createElement('h2'));
    heading.id = `on.${day}`;
    heading.className = 'band';
    heading.textContent = name;
    const title = contents.appendChild(document.createElement('p'));
    title.append(Object.assign(document.createElement('a'), { href: `#on.${day}`, textContent: name }));
    const lines = contents.appendChild(document.createElement('ol'));
    lines.classList.toggle('many', slugs.length > 40);
    for (const slug of slugs.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))) {
      const article = found.get(slug);
      if (!article) continue;
      section.append(document.adoptNode(article));
      const said = article.querySelector('h3')?.textContent ?? article.querySelector('.figure b, .prose')?.textContent;
      const time = article.querySelector('.when time')?.textContent ?? '';
      const link = Object.assign(document.createElement('a'), { href: `#${slug}` });
      const when = Object.assign(document.createElement('b'), { textContent: time });
      link.append(when, ' ', Object.assign(document.createElement('span'), { textContent: said ?? '' }));
      lines.appendChild(document.createElement('li')).append(link);
    }
  }
  const main = document.querySelector('main') ?? document.body;
  const unprinted =
    '.tools, nav, .contents, .read-on, button, form, script, [aria-labelledby="page.pinned"], [popover], dialog';
  for (const control of main.querySelectorAll(unprinted)) control.remove();
  const old = main.querySelector('.entries');
  if (old) old.replaceWith(contents, list);
  else main.append(contents, list);
  document.body.replaceChildren(main);
  for (const control of list.querySelectorAll('button, script, [popover], dialog')) control.remove();
  for (const details of document.querySelectorAll('details')) details.open = true;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]:not(h3 a)')) {
    const [, inside = ''] = link.href.split(new URL(`${base}${event}/`, location.href).href);
    const target = decodeURIComponent(inside.replace(/\/?(?:[?#].*)?$/, ''));
    if (found.has(target)) link.href = `#${target}`;
    else if (days.has(target)) link.href = `#on.${target}`;
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
  document.title = document.querySelector('h1')?.textContent?.trim() ?? document.title;
  const pictures = [...document.images];
  for (const picture of pictures) picture.loading = 'eager';
  await Promise.all([document.fonts.ready, ...pictures.map((picture) => picture.decode().catch(() => {}))]);
  return entries.filter((slug) => !found.has(slug));
};
