/** The page's fonts, for pictures that stand by themselves. */
import interUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import monoUrl from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2?url';

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
