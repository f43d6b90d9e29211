import { decodeText } from '../../src/lens/index.ts';

/** The text of a file, whatever its encoding. */
export async function fileText(file: File): Promise<string> {
  return decodeText(new Uint8Array(await file.arrayBuffer())).text;
}
