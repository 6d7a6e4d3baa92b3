/** Saves a finished file the way a link would. */
export const saveFile = ({ name, blob }: { readonly name: string; readonly blob: Blob }): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Some browsers ask for the address only once the click is over.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  });
};
