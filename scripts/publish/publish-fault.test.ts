import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-content.ts';
import { explainFault, PublishFault } from './publish-fault.ts';

const faultOf = (code: string, more: object = {}): Error =>
  Object.assign(new Error(code), { code, syscall: 'write', ...more });

const messageOf = (fault: unknown): string => {
  expect(fault).toBeInstanceOf(PublishFault);
  return fault instanceof Error ? fault.message : '';
};

test('an error of the system says what, where, and what to do', () => {
  expect(messageOf(explainFault(faultOf('ENOSPC', { path: '/site/a' })))).toBe(
    'There is no space left: /site/a (ENOSPC at write). Free some space, or keep fewer releases, then try again. The release that readers see is whole.',
  );
  expect(messageOf(explainFault(faultOf('EIO', { path: '/a', dest: '/b' })))).toContain('The disk has failed: /b');
  expect(messageOf(explainFault(faultOf('EROFS'), '/c'))).toContain('read-only: /c (EROFS at write)');
  expect(messageOf(explainFault(faultOf('EWEIRD', { path: '/d' })))).toContain('The system refuses: /d (EWEIRD');
});

test('an error of the real system is one', () => {
  const folder = temporaryFolder();
  writeFileSync(`${folder}/file`, '');
  let fault: unknown;
  try {
    mkdirSync(`${folder}/file/below`);
  } catch (one) {
    fault = explainFault(one);
  }
  expect(messageOf(fault)).toContain(`${folder}/file/below (ENOTDIR at mkdir)`);
});

test('an error of our own stays what it is', () => {
  const own = new TypeError('a mistake');
  expect(explainFault(own)).toBe(own);
});
