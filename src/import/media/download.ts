import { ImportRefused } from '../live-blog.ts';
import { FetchFault } from './fetch-fault.ts';
import { type Downloaded, type DownloadLimits, transfer } from './transfer.ts';
import { shownAddress } from './web-address.ts';

/** Downloads what a person named, as `transfer` does. Throws `ImportRefused` where that is not possible. */
export const download = async (address: string, limits: DownloadLimits): Promise<Downloaded> => {
  try {
    return await transfer(address, limits);
  } catch (fault) {
    if (!(fault instanceof FetchFault)) throw fault;
    throw new ImportRefused(
      `${shownAddress(address)} cannot be downloaded: ${fault.message} Save it from a browser instead, and import the file.`,
    );
  }
};
