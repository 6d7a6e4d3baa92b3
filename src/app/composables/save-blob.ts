/** Long enough for a browser to begin writing the file. */
const KEEP_MS = 60_000;

/** Hands a file to the person, as a download. */
export const saveBlob = (blob: Blob, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MS);
};
