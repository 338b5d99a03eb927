import { basename, dirname, resolve } from 'node:path';
import type { Plugin } from 'rolldown';

const address = /new URL\('(\.\/[\w-]+)\.ts', import\.meta\.url\)/g;

/**
 * Lets modules that are named by their address, for a thread to load, have files of their own in the bundle, beside
 * those that name them.
 */
export const ownAddresses = (): Plugin => ({
  name: 'own-addresses',
  transform(code, id) {
    if (!address.test(code)) return null;
    return code.replace(address, (_whole, path: string) => {
      const name = basename(path);
      this.emitFile({
        type: 'chunk',
        id: resolve(dirname(id), `${path}.ts`),
        name,
        fileName: `${name}.mjs`,
        preserveSignature: 'allow-extension',
      });
      return `new URL('./${name}.mjs', import.meta.url)`;
    });
  },
});
