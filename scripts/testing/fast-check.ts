import fc from 'fast-check';

/**
 * fast-check, always with the same examples, so that a commit that passes once passes everywhere. Another number in
 * `PROPERTY_SEED` looks for others: what it finds becomes an example of its own.
 */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20191111) });

export default fc;
