import { describe, expect, test } from 'vitest';
import { explainFetchFault } from './explain-fault.ts';
import { FetchFault } from './fetch-fault.ts';

const failing = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) });

describe('a download that breaks off', () => {
  test.each([
    ['ENOTFOUND', 'there is no server of this name (ENOTFOUND).'],
    ['EAI_AGAIN', 'the name of the server could not be looked up (EAI_AGAIN).'],
    ['ECONNREFUSED', 'the server takes no connections there (ECONNREFUSED).'],
    ['ENETUNREACH', 'there is no way to the server (ENETUNREACH).'],
    ['ETIMEDOUT', 'the server does not answer (ETIMEDOUT).'],
    ['UND_ERR_CONNECT_TIMEOUT', 'the server does not answer (UND_ERR_CONNECT_TIMEOUT).'],
    ['UND_ERR_SOCKET', 'the connection broke off (UND_ERR_SOCKET).'],
    ['Z_DATA_ERROR', 'what arrived is compressed in a way that cannot be undone (Z_DATA_ERROR).'],
    ['HPE_INVALID_CONSTANT', 'the server does not speak the protocol of its address (HPE_INVALID_CONSTANT).'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'the certificate of the server cannot be trusted (DEPTH_ZERO_SELF_SIGNED_CERT).'],
    ['CERT_HAS_EXPIRED', 'the certificate of the server cannot be trusted (CERT_HAS_EXPIRED).'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'the certificate of the server cannot be trusted (ERR_TLS_CERT_ALTNAME_INVALID).'],
    [
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'the certificate of the server cannot be trusted (UNABLE_TO_VERIFY_LEAF_SIGNATURE).',
    ],
    ['ENEW', 'it cannot be downloaded (ENEW).'],
  ])('with %s is explained', (code, words) => expect(explainFetchFault(failing(code)).message).toBe(words));

  test('keeps our own fault, however deep', () => {
    const own = new FetchFault('no.');
    expect(explainFetchFault(own)).toBe(own);
    expect(explainFetchFault(new TypeError('fetch failed', { cause: own }))).toBe(own);
  });

  test('says what is known where there is no code, and a terminal can show it', () => {
    const unknown = new TypeError('fetch failed', { cause: new Error('bad\x1b[2J\nport') });
    expect(explainFetchFault(unknown).message).toBe('it cannot be downloaded (bad [2J port).');
    expect(explainFetchFault('odd').message).toBe('it cannot be downloaded (odd).');
  });
});
