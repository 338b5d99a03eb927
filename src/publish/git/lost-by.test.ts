import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { aRepository, type Repository } from '../../../scripts/testing/repository.ts';
import { entryFile, settings, temporaryFolder } from '../../../scripts/testing/temporary-content.ts';
import { openSiteFolder, type PublishedSite, siteAt } from '../site-folder.ts';
import { switchTo } from '../switch-release.ts';
import { aRelease, aSiteFolder, aStoredEvent } from '../testing/a-site.ts';
import { textFiles } from '../testing/sample-publish.ts';
import { refusalOf } from './check-push.ts';

type Files = Readonly<Record<string, string | undefined>>;

const parent = temporaryFolder();
const nothing = '0'.repeat(40);
let repository: Repository;
let site: PublishedSite;

beforeEach(async () => {
  repository = await aRepository(parent);
  site = aSiteFolder();
});

const entry = (title = 'An entry', more = ''): string => entryFile(title, '2020-03-02T10:00', 'It was so.', more);

/** Commits files, by path below `content/`; one without a text is removed. */
const commit = async (files: Files): Promise<string> => {
  for (const [path, text] of Object.entries(files)) {
    if (text === undefined) await repository.git('rm', '--quiet', `content/${path}`);
    else await repository.write({ [`content/${path}`]: text });
  }
  await repository.git('add', '--all');
  expect(await repository.commit('--allow-empty')).toMatchObject({ code: 0 });
  return (await repository.git('rev-parse', 'HEAD')).trim();
};

const first = (): Promise<string> =>
  commit({ 'site.yml': settings.site, 'fair/event.md': settings.event(), 'fair/first.md': entry() });

/** Lets readers see an event with these entries. */
const publish = async (made: string | undefined, ...slugs: readonly string[]): Promise<string> => {
  const pages = Object.fromEntries(['', ...slugs.map((slug) => `${slug}/`)].map((at) => [`fair/${at}index.html`, at]));
  const tree = await aStoredEvent(site, { folder: 'fair', files: textFiles(pages) });
  const { commit: _, ...rest } = { commit: '', events: [tree], made: '2026-11-24T08:15:30Z' };
  const name = await aRelease(site, { ...rest, ...(made !== undefined && { commit: made }) });
  await switchTo(site, name);
  return name;
};

/** What is said of a push to a branch that is at `old`. */
const push = async (old: string, pushed: string, at = site): Promise<string | undefined> => {
  await repository.git(...(old === nothing ? ['update-ref', '-d', branch] : ['update-ref', branch, old]));
  return check(old, pushed, at);
};

const branch = 'refs/heads/main';
const check = (old: string, pushed: string, at = site): Promise<string | undefined> =>
  refusalOf(repository.folder, 'main', `${old} ${pushed} ${branch}\n`, { site: at });

const gone = 'Unexpected loss of "/fair/second/"';

describe('a push is compared with what readers have seen', () => {
  test('so that an entry can be taken back that never went live, was renamed meanwhile, or was only a draft', async () => {
    await publish(await first(), 'first');
    const failed = await commit({ 'fair/second.md': entry('?!') });
    expect(await push(failed, await commit({ 'fair/second.md': undefined }))).toBeUndefined();
    const renamed = await commit({ 'fair/third.md': entry('Third', 'slug: other\n') });
    expect(await push(renamed, await commit({ 'fair/third.md': entry('Third') }))).toBeUndefined();
    const draft = await commit({ 'fair/draft.md': entry('Draft', 'draft: true\n') });
    await publish(draft, 'first');
    expect(await push(draft, await commit({ 'fair/draft.md': undefined }))).toBeUndefined();
  });

  test('and one that went live is protected, whatever the branch has come to meanwhile', async () => {
    await first();
    const live = await commit({ 'fair/second.md': entry() });
    await publish(live, 'first', 'second');
    const without = await commit({ 'fair/second.md': undefined });
    expect(await push(live, without)).toContain(gone);
    expect(await push(without, await commit({ 'fair/third.md': entry() }))).toContain(gone);
    expect(await push(without, await commit({}))).toContain(gone);
    const kept = await commit({ 'fair/third.md': entry('Third', 'aliases: [second]\n') });
    expect(await push(without, kept)).toBeUndefined();
    await repository.git('config', 'recapsule.allowLost', 'true');
    expect(await push(live, without)).toBeUndefined();
  });

  test('but not where another push was faster, and is live: git refuses it, and no reader loses anything', async () => {
    const before = await first();
    const late = await commit({ 'fair/third.md': entry('Third') });
    await repository.git('reset', '--quiet', '--hard', before);
    const live = await commit({ 'fair/second.md': entry() });
    await publish(live, 'first', 'second');
    expect(await check(before, late)).toBeUndefined();
    expect(await push(live, late)).toContain(gone);
  });

  test('also after a rollback: readers have seen what was live then', async () => {
    const before = await first();
    const name = await publish(before, 'first');
    const live = await commit({ 'fair/second.md': entry() });
    await publish(live, 'first', 'second');
    await switchTo(site, name);
    expect(await push(live, await commit({ 'fair/second.md': undefined }))).toContain(gone);
  });

  test('also where the release was made from a disk, from commits that are gone, or for another repository', async () => {
    const before = await first();
    for (const made of [undefined, 'f'.repeat(40)]) {
      await publish(made, 'first', 'second');
      expect(await push(before, await commit({}))).toContain(gone);
      expect(await push(nothing, before)).toContain(gone);
      await publish(made, 'first');
      expect(await push(before, await commit({}))).toContain(gone);
    }
  });

  test('also where the link to the release, its manifest or that of the event is gone', async () => {
    await first();
    const live = await commit({ 'fair/second.md': entry() });
    const without = await commit({ 'fair/second.md': undefined });
    const name = await publish(live, 'first', 'second');
    rmSync(join(site.folder, 'state'), { recursive: true });
    rmSync(site.current);
    expect(await push(live, without)).toContain(gone);
    writeFileSync(join(site.releases, `${name}.json`), '{}');
    expect(await push(live, without)).toContain(gone);
    rmSync(join(site.releases, `${name}.json`));
    expect(await push(live, without)).toContain(gone);
  });
});

test('where nothing has been published, everything may go; where there is no site, nothing that the branch had', async () => {
  await first();
  const old = await commit({ 'fair/second.md': entry() });
  const without = await commit({ 'fair/second.md': undefined });
  expect(await push(old, without)).toBeUndefined();
  expect(await push(nothing, without)).toBeUndefined();
  expect(await push(old, without, siteAt(join(parent, 'nowhere')))).toContain(gone);
  expect(await push(old, without, openSiteFolder(join(parent, 'new')))).toBeUndefined();
});
