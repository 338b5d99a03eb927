/**
 * Why a picture cannot be published, where more can be said than that it cannot be read: the message, and how to fix it, in which
 * `{picture}` and `{video}` stand for the name of its file and of a video made of it.
 */
export class PictureFault extends Error {
  override readonly name = 'PictureFault';
  readonly cure: string;
  constructor(message: string, cure: string) {
    super(message);
    this.cure = cure;
  }
}

/** How to fix a fault, where it says so. Compiled templates have a class of their own: it is known by its shape. */
export const cureOf = (fault: unknown): string | undefined =>
  fault instanceof Error && 'cure' in fault && typeof fault.cure === 'string' ? fault.cure : undefined;
