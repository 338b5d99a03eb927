import { expect, test } from 'vitest';
import { explainUnexpected, isUnexpected, naming, UnexpectedFault } from './unexpected-fault.ts';

test('a fault says what could not be made, and keeps the stack of what went wrong', () => {
  const cause = new RangeError('Invalid time value');
  const fault = explainUnexpected(cause, 'The text of gala/a.md');
  expect(isUnexpected(fault)).toBe(true);
  expect(fault).toMatchObject({ message: 'The text of gala/a.md cannot be made: RangeError: Invalid time value' });
  expect(fault).toMatchObject({
    stack: `The text of gala/a.md cannot be made: RangeError: Invalid time value\n${cause.stack}`,
  });
  expect(explainUnexpected('no error', 'A page')).toMatchObject({ message: 'A page cannot be made: no error' });
});

test('what says already what is to be done stays as it is', () => {
  const refused = Object.assign(new Error('The content has errors'), { name: 'ContentRefused' });
  const full = Object.assign(new Error('ENOSPC'), { syscall: 'write' });
  for (const fault of [refused, full, new UnexpectedFault('The text of gala/a.md cannot be made')])
    expect(explainUnexpected(fault, 'The page gala/a/')).toBe(fault);
});

test('a work that fails is named, and one that does not gives what it gives', () => {
  const fail = (): never => {
    throw new TypeError('x is undefined');
  };
  expect(() => naming('The page gala/', fail)).toThrow('The page gala/ cannot be made: TypeError: x is undefined');
  expect(naming('The page gala/', () => 3)).toBe(3);
});
