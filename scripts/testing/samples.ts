import { join } from 'node:path';

/**
 * The content that tests look at: two events as long and as rich as real ones. It began as a copy of the samples in
 * `content/`, which people replace by their own.
 */
export const samplesFolder = join(import.meta.dirname, 'samples');
