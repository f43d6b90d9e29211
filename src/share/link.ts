/**
 * A whole design as the fragment of an address: nothing of it ever reaches a server.
 *
 * `#d=1.<check>.<data>`: the version of the codec, a checksum of what follows (so that a link cut short is told from a
 * damaged one), and the design as JSON, deflated with a dictionary of the version, in base64url.
 * `#task=<url-encoded JSON>`: a task definition as it is, for other tools to link in.
 */
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { type Design, newDesign, readingOf } from '../edit/design.ts';
import { fromFile } from '../edit/designFile.ts';
import { asRecord } from '../edit/parts/part.ts';
import { isRefusal, type Refusal } from '../model/edit.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { dictionary1 } from './dictionary1.ts';

/** What of the screen goes along. */
export interface SharedView {
  /** What is selected, as the screen's own plain data. */
  readonly selection?: unknown;
  /** The second that the playhead shows. */
  readonly second?: number;
  /** The panel at the side. */
  readonly panel?: string;
}

export interface Shared {
  readonly name: string;
  readonly design: Design;
  readonly view: SharedView;
}

/** Characters: browsers take more, but mail and chat cut. */
export const LONGEST_LINK = 64_000;
/** Bytes of the JSON inside; a link of hostile making could hold a thousand times its length. */
const LARGEST_CONTENT = 2_000_000;
const DEEPEST = 200;
/** A step of inflating gives at most about a thousand times as much. */
const STEP = 1024;

/** The fragment, with its `#`; refused when the design is too large for an address. */
export function toFragment({ name, design, view }: Shared): string | Refusal {
  const { source, text, parts } = design;
  const content = strToU8(JSON.stringify({ n: name, v: view, s: source, p: parts, t: text }));
  const data = toBase64url(deflateSync(content, { level: 9, dictionary: dictionary1 }));
  const fragment = `#d=1.${checksum(data)}.${data}`;
  if (fragment.length > LONGEST_LINK || content.length > LARGEST_CONTENT) {
    return {
      refused: `This design makes a link of ${fragment.length.toLocaleString('en')} letters, which is too long to send. Download the design as a file and send that.`,
    };
  }
  return fragment;
}

/** Whether a fragment is a link to a design at all; others are not ours to judge. */
export function isShared(fragment: string): boolean {
  return /^#(?:d|task)=/.test(fragment);
}

/** What a link holds, or in a sentence why it cannot be opened. Never throws and never takes long, whatever comes. */
export function fromFragment(fragment: string): Shared | Refusal {
  if (fragment.startsWith('#task=')) return plainTask(fragment.slice('#task='.length));
  const [version = '', check, data] = fragment.slice('#d='.length).split('.');
  if (!/^\d{1,6}$/.test(version) || check === undefined || data === undefined) return damaged;
  if (version !== '1')
    return { refused: 'This link was made by a newer version of the designer. Open it there.' };
  if (fragment.length > LONGEST_LINK) return tooLong;
  if (checksum(data) !== check) {
    return {
      refused: 'This link is not complete: a part of it was cut off or changed on its way. Ask for it again.',
    };
  }
  const bytes = fromBase64url(data);
  const content = bytes && inflated(bytes);
  if (content === 'too large') {
    return { refused: 'This link holds more than any task definition has. It was not opened.' };
  }
  return content === undefined ? damaged : sharedIn(content);
}

const damaged: Refusal = { refused: 'This link is damaged and cannot be opened.' };
const tooLong: Refusal = {
  refused: 'This link is longer than any that the designer makes. It was not opened.',
};

function plainTask(encoded: string): Shared | Refusal {
  if (encoded.length > 4 * LONGEST_LINK) return tooLong;
  try {
    const text = decodeURIComponent(encoded.replaceAll('+', '%20'));
    if (text.trim() === '') return { refused: 'This link holds no task definition.' };
    const design = newDesign(text);
    return { name: readingOf(design).task.family || 'Linked task', design, view: {} };
  } catch {
    return { refused: 'The task in this link is not encoded as an address wants it (encodeURIComponent).' };
  }
}

/** The text that was deflated; it stops as soon as there is more of it than any design has. */
function inflated(bytes: Uint8Array): string | 'too large' | undefined {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate({ dictionary: dictionary1 }, (piece) => {
    length += piece.length;
    if (length <= LARGEST_CONTENT) pieces.push(piece.slice());
  });
  try {
    for (let at = 0; at === 0 || at < bytes.length; at += STEP) {
      inflate.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
      if (length > LARGEST_CONTENT) return 'too large';
    }
    const whole = new Uint8Array(length);
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return strFromU8(whole);
  } catch {
    // The library throws for data that no writer of ours has made.
    return undefined;
  }
}

function sharedIn(json: string): Shared | Refusal {
  if (isTooDeep(json)) return damaged;
  let content: unknown;
  try {
    content = JSON.parse(json, (key, value) => (key === '__proto__' ? undefined : value));
  } catch {
    return damaged;
  }
  const { n, v, s, p, t } = asRecord(content) ?? {};
  const file = JSON.stringify({ kind: 'ecs-task-design', version: 1, source: s, text: t, parts: p ?? {} });
  const design = fromFile(file);
  if (isRefusal(design)) return damaged;
  const { selection, second, panel } = asRecord(v) ?? {};
  return {
    name: typeof n === 'string' && n.trim() !== '' ? n.slice(0, 200) : 'Shared task',
    design,
    view: {
      ...(selection === undefined ? {} : { selection }),
      ...(typeof second === 'number' && Number.isFinite(second) && second >= 0 ? { second } : {}),
      ...(typeof panel === 'string' ? { panel } : {}),
    },
  };
}

/** Brackets outside of texts, counted: no function that calls itself may meet such data. */
function isTooDeep(json: string): boolean {
  let depth = 0;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]/gs)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** 32 bits (FNV-1a) in letters: tells a whole text from one that lost its end, not from one that was made to fit. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
