import { crc32, deflateSync } from 'node:zlib';
import { secret } from './hostile.ts';

/** A grey PNG of one bit a pixel, by ISO/IEC 15948; `text` is kept in it for whoever looks at its bytes. */
export const aPng = (width: number, height: number, text = ''): Buffer =>
  Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', Buffer.concat([uint32(width), uint32(height), Buffer.from([1, 0, 0, 0, 0])])),
    ...(text === '' ? [] : [chunk('tEXt', Buffer.from(`Comment\0${text}`))]),
    chunk('IDAT', deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height))),
    chunk('IEND', Buffer.alloc(0)),
  ]);

/** A picture that nobody may copy. */
export const secretPng = (): Buffer => aPng(8, 8, secret);

/** About 120 KB that become a billion pixels. */
export const hugePng = (): Buffer => aPng(32_000, 32_000);

const uint32 = (number: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
};

const chunk = (name: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  return Buffer.concat([uint32(data.length), named, uint32(crc32(named))]);
};
