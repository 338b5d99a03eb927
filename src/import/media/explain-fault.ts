import { errors } from 'undici';
import { FetchFault } from './fetch-fault.ts';

/** Says in plain words why a download broke off, by the codes of its errors: their texts are for programmers. */
export const explainFetchFault = (fault: unknown): FetchFault => {
  const chain = causesOf(fault);
  const own = chain.find((one) => one instanceof FetchFault);
  if (own) return own;
  const code = chain.map(codeOf).findLast((one) => one !== undefined);
  const words = explanations.find(([pattern]) => pattern.test(code ?? ''))?.[1] ?? 'it cannot be downloaded';
  return new FetchFault(`${words} (${code ?? shown(chain.at(-1)?.message ?? String(fault))}).`);
};

/** Without what a terminal would obey. */
const shown = (text: string): string => text.replace(/\p{C}+/gu, ' ');

const codeOf = (fault: Error): string | undefined => {
  if ('code' in fault && typeof fault.code === 'string') return fault.code;
  return fault instanceof errors.HTTPParserError ? 'no HTTP' : undefined;
};

const explanations: readonly (readonly [RegExp, string])[] = [
  [/^ENOTFOUND$|^ENODATA$/, 'there is no server of this name'],
  [/^EAI_/, 'the name of the server could not be looked up'],
  [/^ECONNREFUSED$/, 'the server takes no connections there'],
  [/^(ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|ENETDOWN)$/, 'there is no way to the server'],
  [/TIMEDOUT$|TIMEOUT$/, 'the server does not answer'],
  [/^(ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/, 'the connection broke off'],
  [/^(Z_|ERR__ERROR|ERR_.*BROTLI|ZSTD|ERR_ZLIB)/, 'what arrived is compressed in a way that cannot be undone'],
  [/^(no HTTP|HPE_|UND_ERR_HEADERS_OVERFLOW|ERR_SSL_|EPROTO)/, 'the server does not speak the protocol of its address'],
  [/CERT|ISSUER|VERIFY|CRL|ERR_TLS/, 'the certificate of the server cannot be trusted'],
];

const causesOf = (fault: unknown): Error[] => (fault instanceof Error ? [fault, ...causesOf(fault.cause)] : []);
