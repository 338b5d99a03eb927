const { Response: UsualResponse } = globalThis;

/**
 * A response that gives the bytes it was made of. The usual one copies them into a stream and reads that again; and what it is made
 * with lives until all of the memory is looked through.
 */
export class PageResponse extends UsualResponse {
  readonly #bytes: Uint8Array<ArrayBuffer> | undefined;

  constructor(body?: BodyInit | null, init?: ResponseInit) {
    const bytes = bytesOf(body);
    super(bytes ? null : body, init);
    this.#bytes = bytes;
  }

  override get body(): Response['body'] {
    return this.#bytes ? new UsualResponse(this.#bytes).body : super.body;
  }

  override async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return this.#bytes ?? super.bytes();
  }

  override async text(): Promise<string> {
    return this.#bytes ? new TextDecoder().decode(this.#bytes) : super.text();
  }
}

const bytesOf = (body: BodyInit | null | undefined): Uint8Array<ArrayBuffer> | undefined => {
  if (typeof body === 'string') return new TextEncoder().encode(body);
  return ArrayBuffer.isView(body) ? new Uint8Array(body.buffer, body.byteOffset, body.byteLength) : undefined;
};
