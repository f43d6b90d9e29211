/** Pictures as pixels. */
import interUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import monoUrl from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2?url';
import { downloadBlob } from './download.ts';

/** Pixels per unit of the drawing: sharp on screens and in documents. */
const SCALE = 2;
/** Browsers refuse canvases much larger than that. */
const LONGEST_SIDE = 8192;

let fontFaces: Promise<readonly string[]> | undefined;

/**
 * The SVG as the page draws it. A picture has none of the page's fonts: without them in it the browser takes others, and
 * texts outgrow their places. Rejects when they cannot be loaded.
 */
export async function withFonts(svg: string): Promise<string> {
  fontFaces ??= Promise.all(
    [
      ['Inter Variable', interUrl],
      ['JetBrains Mono Variable', monoUrl],
    ].map(async ([family = '', url = '']) => {
      const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
      let letters = '';
      for (const byte of bytes) letters += String.fromCharCode(byte);
      return `@font-face{font-family:'${family}';font-weight:100 900;src:url(data:font/woff2;base64,${btoa(letters)})}`;
    }),
  );
  const faces = await fontFaces;
  return svg.replace(/<svg [^>]*>/, (start) => `${start}<style>${faces.join('')}</style>`);
}

/** Draws a standalone SVG and hands it to the user as a PNG file; rejects when the browser cannot. */
export async function downloadPng(name: string, svg: string): Promise<void> {
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
