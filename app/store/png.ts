/** Pictures as pixels. */
import { downloadBlob } from './download.ts';

/** Pixels per unit of the drawing: sharp on screens and in documents. */
const SCALE = 2;
/** Browsers refuse canvases much larger than that. */
const LONGEST_SIDE = 8192;

/** Draws a standalone SVG and hands it to the user as a PNG file; rejects when the browser cannot. */
export async function downloadPng(name: string, svg: string): Promise<void> {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.min(SCALE, LONGEST_SIDE / Math.max(image.naturalWidth, image.naturalHeight, 1));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (blob === null) throw new Error('The canvas gave no picture.');
  downloadBlob(name, blob);
}
