import type { Desk, ExportedFile, ExportRequest } from '../../../src/worker/contract.ts';

/** The file that was asked for, built to the end. */
export const builtFile = async (
  desk: Pick<Desk, 'files'>,
  request: ExportRequest,
): Promise<ExportedFile> => {
  const file = await desk.files.build(request, () => undefined);
  if (file === null) throw new Error('the file was not built');
  return file;
};

export const builtText = async (
  desk: Pick<Desk, 'files'>,
  request: ExportRequest,
): Promise<string> => (await builtFile(desk, request)).blob.text();
