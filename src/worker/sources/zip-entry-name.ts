/**
 * An entry's path. Archives that do not say their names are UTF-8 often are all the same; the
 * others come from Windows in this part of the world, whose archiver writes CP866.
 */
export const zipEntryName = (bytes: Uint8Array, isUtf8: boolean): string => {
  let name: string;
  try {
    name = new TextDecoder('utf-8', { fatal: !isUtf8 }).decode(bytes);
  } catch {
    name = new TextDecoder('ibm866').decode(bytes);
  }
  return name.replaceAll('\\', '/');
};
