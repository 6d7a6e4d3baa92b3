import { ApiError, systemCode } from '../api-error.ts';
import { type Processing, underWay } from '../jobs/processing.ts';
import type { DataFolder } from './data-folder.ts';

/**
 * Opens what it needs in the folder of the last results. New ones may take their place while it does;
 * then it opens those. What is open stays readable.
 */
export const openResults = async <T>(
  data: DataFolder,
  processing: Processing,
  open: (folder: string) => Promise<T>,
): Promise<T> => {
  for (;;) {
    const folder = data.result;
    if (folder === null && processing.state !== null) throw underWay();
    if (folder === null) {
      throw new ApiError(
        'not-processed',
        'There are no results yet: upload files, then POST /process',
      );
    }
    try {
      return await open(folder);
    } catch (error) {
      if (systemCode(error) !== 'ENOENT' || data.result === folder) throw error;
    }
  }
};
