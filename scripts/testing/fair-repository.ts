import { beforeEach } from 'vitest';
import { aRepository, type Repository } from './repository.ts';
import { settings, temporaryFolder } from './temporary-content.ts';

/** A repository with one event, `content/fair/`, for the tests of a file: a new one for each test. */
export const openFairRepository = () => {
  const parent = temporaryFolder();
  let repository: Repository | undefined;
  const opened = (): Repository => {
    if (repository === undefined) throw new Error('The repository is made before each test, and not sooner.');
    return repository;
  };
  beforeEach(async () => {
    repository = await aRepository(parent);
    await repository.write({ 'content/site.yml': settings.site, 'content/fair/event.md': settings.event() });
    await repository.git('add', '--all');
  });
  return {
    /** The folder in which it lies. */
    parent,
    get repository() {
      return opened();
    },
    /** Writes files, and commits them. */
    commitOf: async (files: Readonly<Record<string, string>>) => {
      await opened().write(files);
      await opened().git('add', '--all');
      return opened().commit();
    },
  };
};
