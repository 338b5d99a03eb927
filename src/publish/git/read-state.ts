import { readText } from '../manifests.ts';
import { PublishFault } from '../publish-fault.ts';

/** A small file of a server's state; nothing of what cannot be read, because it is not there, a folder or somebody else's. */
export const readState = (file: string): string => {
  try {
    return readText(file) ?? '';
  } catch (fault) {
    if (fault instanceof PublishFault) return '';
    throw fault;
  }
};
