import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import { ImportRefused } from './live-blog.ts';
import { refuseObstacles } from './obstacles.ts';

const content = temporaryFolder();
mkdirSync(join(content, 'gala/event.md'), { recursive: true });
mkdirSync(join(content, 'gala/day/a.md'), { recursive: true });
mkdirSync(join(content, 'outside'));
writeFileSync(join(content, 'gala/file-day'), '');
symlinkSync(join(content, 'outside'), join(content, 'gala/link-day'));
symlinkSync(join(content, 'gala'), join(content, 'link'));

describe('what stands in the way of an import is refused', () => {
  test.each([
    ['gala', 'event.md', 'Unexpected folder "gala/event.md" in the content folder, expected nothing'],
    ['gala', 'day/a.md', 'Unexpected folder "gala/day/a.md"'],
    ['gala', 'file-day/a.md', 'Unexpected file "gala/file-day" in the content folder, expected a folder or nothing'],
    ['gala', 'link-day/a.md', 'Unexpected symbolic link "gala/link-day"'],
    ['link', 'a.md', 'Unexpected symbolic link "link"'],
  ])('%s/%s', async (event, path, message) => {
    const refused = refuseObstacles(content, event, ['day/b.md', path]);
    await expect(refused).rejects.toThrow(ImportRefused);
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.toThrow('Move or rename it, and import again.');
  });

  test('and what does not is no obstacle', async () => {
    await expect(refuseObstacles(content, 'gala', ['day/b.md', 'new/day/c.md'])).resolves.toBeUndefined();
    await expect(refuseObstacles(content, 'new', ['event.md'])).resolves.toBeUndefined();
  });
});
