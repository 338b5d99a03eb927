import { readFileSync } from 'node:fs';
import { isSystemFault } from '../publish/publish-fault.ts';

/** A small file of a server's state; nothing of what cannot be read, because it is not there, a folder or somebody else's. */
export const readState = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (fault) {
    if (isSystemFault(fault)) return '';
    throw fault;
  }
};
