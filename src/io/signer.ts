/** Signs a file of sums: gives the name of the signature, and the signature. Rejects where that fails. */
export type Signer = (sums: Uint8Array) => Promise<readonly [name: string, signature: Uint8Array]>;
