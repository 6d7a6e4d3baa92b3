import { saveFile } from '../../composables/save-file.ts';

/** Saves a drawing as a PNG on the page's own surface: a canvas alone is transparent. */
export const savePicture = async (
  drawing: HTMLCanvasElement,
  name: string,
  surface: string,
): Promise<void> => {
  const sheet = document.createElement('canvas');
  sheet.width = drawing.width;
  sheet.height = drawing.height;
  const pen = sheet.getContext('2d');
  if (!pen) return;
  pen.fillStyle = surface;
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.drawImage(drawing, 0, 0);
  const picture = await new Promise<Blob | null>((resolve) => {
    sheet.toBlob(resolve, 'image/png');
  });
  if (!picture) return;
  saveFile({ name: `${name}.png`, blob: picture });
};
