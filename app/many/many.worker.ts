/** Reads, changes and packs many files off the page's own thread, one file a question. */
import { decodeText } from '../../src/lens/index.ts';
import { packed, unpacked } from '../../src/many/archive.ts';
import { type FileSummary, fileSummary } from '../../src/many/fileSummary.ts';
import { type ChangedFile, changeFile, type ManyChange } from '../../src/many/manyChange.ts';
import type { Source } from '../../src/model/reading.ts';

/** What can be asked, and what the answer is. */
export interface Questions {
  read: {
    readonly asked: { readonly path: string; readonly bytes: Uint8Array };
    readonly answer: { readonly text: string; readonly summary: FileSummary };
  };
  sum: {
    readonly asked: { readonly path: string; readonly text: string };
    readonly answer: FileSummary;
  };
  change: {
    readonly asked: {
      readonly text: string;
      readonly sources: readonly Source[];
      readonly change: ManyChange;
    };
    readonly answer: ChangedFile;
  };
  unpack: {
    readonly asked: { readonly bytes: Uint8Array };
    readonly answer: ReturnType<typeof unpacked>;
  };
  pack: {
    readonly asked: { readonly files: readonly { readonly path: string; readonly text: string }[] };
    readonly answer: Uint8Array;
  };
}

const answers: {
  readonly [Kind in keyof Questions]: (asked: Questions[Kind]['asked']) => Questions[Kind]['answer'];
} = {
  read: ({ path, bytes }) => {
    const { text } = decodeText(bytes);
    return { text, summary: summed(text, path) };
  },
  sum: ({ path, text }) => summed(text, path),
  change: ({ text, sources, change }) => changeFile(text, sources, change),
  unpack: ({ bytes }) => unpacked(bytes),
  pack: ({ files }) => packed(files),
};

/** One bad file never stops the others. */
function summed(text: string, path: string): FileSummary {
  try {
    return fileSummary(text, path);
  } catch (error) {
    return { tasks: [], problem: `It could not be read (${String(error)}).` };
  }
}

addEventListener(
  'message',
  ({
    data,
  }: MessageEvent<{ readonly count: number; readonly kind: keyof Questions; readonly asked: never }>) => {
    const { count, kind, asked } = data;
    postMessage({ count, answer: answers[kind](asked) });
  },
);
