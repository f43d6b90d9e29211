/** Pictures as pixels. */
import { downloadBlob } from '../store/download.ts';
import { notify } from '../store/viewStore.ts';
import { withFonts } from '../ui/pageFonts.ts';

/** Pixels per unit of the drawing: sharp on screens and in documents. */
const SCALE = 2;
/** Browsers refuse canvases much larger than that. */
const LONGEST_SIDE = 8192;

/** Draws a standalone SVG and hands it to the user as a PNG file, or says that the browser cannot. */
export function downloadPng(name: string, svg: string): void {
  draw(name, svg).catch(() =>
    notify('This browser could not draw the picture. Download the SVG instead.', 'error'),
  );
}

async function draw(name: string, svg: string): Promise<void> {
  const image = new Image();
  const dressed = await withFonts(svg).catch(() => svg);
  image.src = `data:image/svg+xml,${encodeURIComponent(dressed)}`;
  await image.decode();
  const scale = Math.min(SCALE, LONGEST_SIDE / Math.max(image.naturalWidth, image.naturalHeight, 1));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  const pen = canvas.getContext('2d');
  pen?.drawImage(image, 0, 0, canvas.width, canvas.height);
  // Some browsers take the fonts up only once they have drawn with others.
  await new Promise((done) => requestAnimationFrame(done));
  pen?.clearRect(0, 0, canvas.width, canvas.height);
  pen?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (blob === null) throw new Error('The canvas gave no picture.');
  downloadBlob(name, blob);
}
