/** The file on disk that a design is saved to again and again: its text alone, or the design with all its parts. */

import { type Design, newDesign } from '../../src/edit/design.ts';
import { fromFile, toFile } from '../../src/edit/designFile.ts';
import { loadLens } from '../../src/lens/index.ts';
import { isRefusal } from '../../src/model/edit.ts';
import { designStore, openDesign } from './designStore.ts';
import { downloadText } from './download.ts';
import { fileName } from './fileName.ts';
import { fileText } from './fileText.ts';
import { offerImport, type ReadFile } from './importStore.ts';
import { keptDesigns } from './keptDesigns.ts';
import { canWriteFiles, mayWrite, type PickedFile, pickToOpen, pickToSave } from './pickers.ts';
import { textLanguage } from './textLanguage.ts';
import { notify, setView } from './viewStore.ts';

/** What of a design is in its file. */
export type FileKind = 'text' | 'design';

/** `modified` is when the file was last read or written here; a later change is somebody else's. */
interface Place extends ReadFile {
  readonly kind: FileKind;
}

type OpenDesign = Pick<ReturnType<typeof designStore.getState>, 'id' | 'opened'>;

const DESIGN_ENDING = '.ecs-design.json';
/** A longer text is read off the page's own thread, by the import. */
const LONGEST_AT_ONCE = 300_000;

const places = new Map<string, Place | undefined>();
/** The file of a design that is open and not kept yet. */
let waiting: { readonly opened: number; readonly place: Place } | undefined;

designStore.subscribe(({ id, opened }) => {
  if (waiting === undefined || id === undefined || opened !== waiting.opened) return;
  const { place } = waiting;
  waiting = undefined;
  settle(id, place);
});

function settle(id: string, place: Place): void {
  places.set(id, place);
  // Where the browser cannot keep it, the file is asked for again after a reload.
  keptDesigns()
    .remember(`file:${id}`, place)
    .catch(() => undefined);
}

/** A design, the one that is open where none is named, is saved to this file from now on. */
export function bind(place: Place, { id, opened }: OpenDesign = designStore.getState()): void {
  if (id === undefined) waiting = { opened, place };
  else settle(id, place);
}

/** What is on the canvas is no longer what the file holds, but something else in its place: saving asks where. */
export function release(): void {
  const { id } = designStore.getState();
  waiting = undefined;
  if (id === undefined) return;
  places.set(id, undefined);
  keptDesigns()
    .remember(`file:${id}`, undefined)
    .catch(() => undefined);
}

async function placeOf(id: string | undefined): Promise<Place | undefined> {
  if (id === undefined) return waiting?.place;
  if (places.has(id)) return places.get(id);
  const kept = (await keptDesigns().recall(`file:${id}`)) as Place | undefined;
  return typeof kept?.file?.createWritable === 'function' ? kept : undefined;
}

function content(kind: FileKind): { readonly name: string; readonly text: string } {
  const { design } = designStore.getState();
  return kind === 'design'
    ? { name: fileName(DESIGN_ENDING), text: toFile(design) }
    : { name: fileName(textLanguage(design.source).ending), text: design.text };
}

/** Saves into the file of this design; without one, or where the browser writes no files, as the first time. */
export async function saveAgain(): Promise<void> {
  if (!canWriteFiles()) {
    saveAs('text');
    return;
  }
  const place = await placeOf(designStore.getState().id).catch(() => undefined);
  if (place === undefined || !fits(place)) await saveAs('text');
  else await write(place);
}

/** A file keeps the language that its ending says. */
function fits({ file, kind }: Place): boolean {
  if (kind === 'design') return true;
  const { id } = textLanguage(designStore.getState().design.source);
  return /\.ya?ml$/i.test(file.name) === (id === 'yaml');
}

/** Asks where, and saves there from then on; a download where the browser writes no files. */
export async function saveAs(kind: FileKind): Promise<void> {
  const { name, text } = content(kind);
  if (!canWriteFiles()) {
    downloadText(name, text);
    return;
  }
  const file = await pickToSave(name).catch(() => undefined);
  if (file !== undefined) await write({ file, kind, modified: Number.POSITIVE_INFINITY });
}

async function write(place: Place, over = false): Promise<void> {
  const { file, kind, modified } = place;
  const { text, name } = content(kind);
  // Another design may be opened while this one is being written.
  const saved = designStore.getState();
  try {
    if (!(await mayWrite(file))) {
      notify(`The browser was not allowed to write ${file.name}.`, 'error');
      return;
    }
    if (!over && (await lastChange(file)) > modified && (await textOf(file)) !== text) {
      notify(`${file.name} was changed by another program since it was opened or saved here.`, 'error', {
        label: 'Save over it',
        run: () => void write(place, true),
      });
      return;
    }
    const stream = await file.createWritable();
    await stream.write(text);
    await stream.close();
    bind({ file, kind, modified: await lastChange(file) }, saved);
    notify(`Saved to ${file.name}.`);
  } catch (error) {
    notify(`${file.name} could not be written (${words(error)}).`, 'error', {
      label: 'Download instead',
      run: () => downloadText(name, text),
    });
  }
}

async function lastChange(file: PickedFile): Promise<number> {
  try {
    return (await file.getFile()).lastModified;
  } catch {
    // Gone: then nothing of anybody's can be lost.
    return 0;
  }
}

async function textOf(file: PickedFile): Promise<string> {
  return fileText(await file.getFile());
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What lies in the file of this design: the last save, or what others made of it since. Nothing where it has none. */
export async function inItsFile(): Promise<{ readonly name: string; readonly design: Design } | undefined> {
  const { id, design } = designStore.getState();
  const place = await placeOf(id);
  if (place === undefined) return undefined;
  const text = await textOf(place.file);
  const found = place.kind === 'design' ? fromFile(text) : newDesign(text, design.source);
  return isRefusal(found) ? undefined : { name: place.file.name, design: found };
}

/** Asks for a file and opens it as a design of its own. What holds more than one task is offered for import. */
export async function openFile(): Promise<void> {
  if (!canWriteFiles()) {
    pickByInput((file) => void takeFile(file));
    return;
  }
  try {
    const picked = await pickToOpen();
    if (picked !== undefined) await takeFile(await picked.getFile(), picked);
  } catch (error) {
    notify(`The file could not be read (${words(error)}).`, 'error');
  }
}

function pickByInput(picked: (file: File) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file !== undefined) picked(file);
  });
  input.click();
}

async function takeFile(file: File, handle?: PickedFile): Promise<void> {
  const text = await fileText(file);
  const place = (kind: FileKind) => {
    if (handle !== undefined) bind({ file: handle, kind, modified: file.lastModified });
  };
  const design = fromFile(text);
  if (!isRefusal(design)) {
    await keptDesigns().flush();
    openDesign(design, file.name.replace(/(\.ecs-design)?\.json$/i, ''));
    place('design');
    return;
  }
  const only = text.length > LONGEST_AT_ONCE ? undefined : await onlyTask(text, file.name);
  if (only === undefined) {
    offerImport(text, file.name, handle && { file: handle, modified: file.lastModified });
    setView({ overlay: 'import' });
    return;
  }
  await keptDesigns().flush();
  openDesign(newDesign(text, only.source), only.name);
  place('text');
}

/** The task of a file that holds just one, in a text that is edited in place. */
async function onlyTask(text: string, name: string) {
  const { readAny } = await import('../../src/formats/index.ts');
  const { tasks } = readAny(text, name);
  const [task] = tasks;
  if (task === undefined || tasks.length > 1 || task.text !== text) return undefined;
  await loadLens(task.source);
  return task;
}
