import { expect, test } from 'vitest';
import { PageResponse } from './page-response.ts';

test('a response of bytes gives them as they are, as text, and as a stream', async () => {
  const bytes = new TextEncoder().encode('größer');
  const response = new PageResponse(bytes, { status: 201, headers: { 'content-type': 'text/html' } });
  expect((await response.bytes()).buffer).toBe(bytes.buffer);
  expect(await response.text()).toBe('größer');
  expect(await new Response(response.body).text()).toBe('größer');
  expect([response.status, response.ok, response.headers.get('content-type')]).toEqual([201, true, 'text/html']);
  expect(response).toBeInstanceOf(Response);
});

test('a response of anything else is a usual one', async () => {
  expect(await new PageResponse('größer').text()).toBe('größer');
  expect(await new PageResponse(new Blob(['one']).stream()).text()).toBe('one');
  expect(await new PageResponse(new Blob(['one']).stream()).bytes()).toEqual(new TextEncoder().encode('one'));
  expect(new PageResponse(null, { status: 301 }).body).toBeNull();
});

test('a response takes status and headers of another', async () => {
  const other = new PageResponse('one', { status: 404, headers: { 'content-type': 'text/plain' } });
  const response = new PageResponse(await other.bytes(), other);
  expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
    404,
    'text/plain',
    'one',
  ]);
});
