import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import { describeFault, explainFault, PublishFault } from './publish-fault.ts';

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

test('what is in the way of a folder is named, not what should come below it', () => {
  const folder = temporaryFolder();
  writeFileSync(`${folder}/file`, '');
  const reported = messageOf(explainFault(faultOf('ENOTDIR', { path: `${folder}/file/deep/below` })));
  expect(reported).toBe(
    `Something else is in the way: ${folder}/file/deep/below (ENOTDIR at write). Move ${folder}/file away, then try again.`,
  );
  mkdirSync(`${folder}/folder`);
  const inPlace = messageOf(explainFault(faultOf('EISDIR', { path: '/a', dest: `${folder}/folder` })));
  expect(inPlace).toContain(`Move ${folder}/folder away`);
  symlinkSync('nowhere', `${folder}/link`);
  expect(messageOf(explainFault(faultOf('ENOENT', { path: `${folder}/link/below` })))).toContain(
    `Something else is in the way: ${folder}/link/below (ENOENT at write). Move ${folder}/link away`,
  );
  expect(messageOf(explainFault(faultOf('ENOENT', { path: `${folder}/none` })))).toContain('A file or folder is gone');
});

test('anything that is thrown is described in a sentence, without a stack trace', () => {
  expect(describeFault(new PublishFault('It is so.'))).toBe('It is so.');
  expect(describeFault(faultOf('ENOSPC', { path: '/site/a' }))).toContain('There is no space left: /site/a');
  const reported = describeFault(new TypeError('x is not a function'));
  expect(reported).toMatch(
    /^The publish has failed by a fault of the program\. TypeError: x is not a function \(publish-fault\.test\.ts:\d+\)\. Please report this\. Readers go on to see the earlier release\.$/,
  );
  expect(describeFault('text')).toBe('The publish has failed by a fault of the program. text');
});
