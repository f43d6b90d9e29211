/** Ties the design on screen to the library of this browser: opens the last one, keeps every change, follows conflicts. */
import { payments } from '../../src/catalogue/examples/payments.ts';
import { type Design, newDesign } from '../../src/edit/design.ts';
import { fromFile, toFile } from '../../src/edit/designFile.ts';
import { isRefusal } from '../../src/model/edit.ts';
import type { canvasSvg } from '../../src/picture/svg/canvasSvg.ts';
import { runCommand } from '../commands/commands.ts';
import { whenCanvasDrawn } from '../store/canvasDrawn.ts';
import { graphOf, layoutOf, lessonMarkOf } from '../store/derived.ts';
import {
  type DesignState,
  designStore,
  openDesign,
  renameDesign,
  setDesignId,
} from '../store/designStore.ts';
import { lessonDesignId, setKeptDesigns } from '../store/keptDesigns.ts';
import { savingStore } from '../store/savingStore.ts';
import { notify, setView } from '../store/viewStore.ts';
import type { Keeper, Keeping, Snapshot } from './keeper.ts';
import type { Library, Summary } from './library.ts';
import { keepDesign, openLibrary, recoverUnsaved } from './openLibrary.ts';

/** Fetched once the canvas stands: a save never waits for it, and the one before it is there goes without a picture. */
let draw: typeof canvasSvg | undefined;
const drawer = () =>
  import('../../src/picture/svg/canvasSvg.ts').then((module) => {
    draw = module.canvasSvg;
  });

let opening: Promise<Library> | undefined;
let keeper: Keeper | undefined;
let stopKeeper: (() => void) | undefined;

/** The library of this browser, opened once. */
export function library(): Promise<Library> {
  opening ??= openLibrary();
  return opening;
}

/** The document on screen was replaced as a whole (an import, a return to a former state) since the last save. */
let replaced = false;

function snapshotOf({ design, name, shown, opened, history }: DesignState): () => Snapshot {
  const milestone = replaced;
  const label = history.past.at(-1)?.label ?? 'Opened';
  return () => ({
    name,
    file: toFile(design),
    label,
    ...(milestone && { milestone }),
    containers: graphOf(shown).containers.length,
    thumbnail: () => {
      if (draw === undefined) return undefined;
      const graph = graphOf(shown);
      return draw(layoutOf(shown, design.parts, { selected: undefined, opened }), graph, {
        theme: 'light',
        title: name,
      });
    },
  });
}

/** Goes on with the design of an id from here. What is changed meanwhile is saved as soon as that is possible. */
async function keep(id: string, revision: number): Promise<void> {
  const former = keeper;
  keeper = undefined;
  stopKeeper?.();
  const begun = designStore.getState();
  await former?.close();
  const books = await library();
  const next = keepDesign(books, id, revision);
  keeper = next;
  stopKeeper = next.subscribe(follow);
  savingStore.setState({ status: next.now.state });
  const state = designStore.getState();
  if (state.design !== begun.design || state.name !== begun.name || revision === 0) {
    next.changed(snapshotOf(state));
  }
  await books.setLastOpened(id);
}

function follow({ state, id, conflict, reason }: Keeping): void {
  const before = savingStore.getState().status;
  savingStore.setState({ status: state });
  if (state === 'full' && before !== state) {
    notify(
      `${reason ?? 'The browser is full.'} What you change stays on this page and is tried again; download it to be safe, or throw away designs that you no longer need.`,
      'error',
      { label: 'Download the design', run: () => runCommand('download-design') },
    );
  }
  if (state === 'saved') replaced = false;
  if (id === designStore.getState().id || conflict === undefined) return;
  setDesignId(id);
  renameDesign(conflict.name);
  notify(`Another tab changed this design as well. Both are kept: yours goes on here as "${conflict.name}".`);
  void library().then((books) => books.setLastOpened(id));
}

/** Opens a stored design; a damaged one is set aside and said so. Whether it could be opened. */
export async function openStored(id: string): Promise<boolean> {
  const books = await library();
  const loaded = await books.load(id);
  if (loaded.status === 'missing') return false;
  if (loaded.status === 'unreadable') {
    notify(
      'This design cannot be read. It is kept aside under Designs, where it can be downloaded.',
      'error',
    );
    return false;
  }
  const { record, revision } = loaded;
  const design = fromFile(record.file);
  if (isRefusal(design)) {
    await books.setAside(id, design.refused);
    notify(`${design.refused} It is kept aside under Designs, where it can be downloaded.`, 'error');
    return false;
  }
  openDesign(design, record.name, id);
  await keep(id, revision);
  return true;
}

/** Begins to keep the design on screen as a new one. */
export async function keepAsNew(): Promise<void> {
  const id = await newIdFor(designStore.getState());
  setDesignId(id);
  await keep(id, 0);
}

/** A try at a lesson is kept under the name of the lesson, so that it goes on where it was left. */
async function newIdFor({ design }: DesignState): Promise<string> {
  const books = await library();
  const lesson = lessonMarkOf(design.parts).id;
  if (lesson === undefined || !/^[a-z0-9-]{1,60}$/.test(lesson)) return books.newId();
  const id = lessonDesignId(lesson);
  const { status } = await books.load(id);
  return status === 'missing' ? id : books.newId();
}

/** Opens a kept design that is not in the trash. */
async function openKept(id: string): Promise<boolean> {
  const loaded = await (await library()).load(id);
  if (loaded.status === 'missing') return false;
  if (loaded.status === 'loaded' && loaded.record.trashedAt !== undefined) return false;
  return openStored(id);
}

function isReadable({ trashedAt, unreadable }: Summary): boolean {
  return trashedAt === undefined && unreadable === undefined;
}

async function stateAt(id: string, at: number): Promise<Design | undefined> {
  const found = (await (await library()).states(id)).find((state) => state.at === at);
  const design = found === undefined ? undefined : fromFile(found.file);
  return design === undefined || isRefusal(design) ? undefined : design;
}

async function readKept(id: string): Promise<{ readonly name: string; readonly design: Design } | undefined> {
  const loaded = await (await library()).load(id);
  if (loaded.status !== 'loaded') return undefined;
  const design = fromFile(loaded.record.file);
  return isRefusal(design) ? undefined : { name: loaded.record.name, design };
}

/** What a first visit sees: the article's four containers. */
function openFirstVisit(): void {
  openDesign({ ...newDesign(payments.text), parts: payments.parts }, 'receipts');
  setView({ welcome: designStore.getState().opened });
}

/** Opens what was open last, or the first visit's example, and keeps every change from then on. */
export async function startKeeping(): Promise<void> {
  const books = await library();
  if (books.blocked !== undefined) notify(books.blocked, 'error');
  setKeptDesigns({
    flush,
    open: openKept,
    list: async () => (await books.list()).filter(isReadable).map(({ id, name }) => ({ id, name })),
    read: readKept,
    states: books.states,
    stateAt,
    remember: books.remember,
    recall: books.recall,
  });
  await recoverUnsaved(books);
  const last = await books.lastOpened().catch(() => undefined);
  if (last === undefined || !(await openStored(last))) {
    openFirstVisit();
    // Who comes by a link came for that: the example is not put among the designs.
    if (!/^#(?:d|task|lesson)=/.test(location.hash)) await keepAsNew();
  }
  void whenCanvasDrawn().then(drawer);
  let keeping: Promise<void> | undefined;
  designStore.subscribe((state, before) => {
    if (state.id === undefined) {
      // Opened as a new design, by an import or from an example; or the example behind a bad link is worked on.
      const opened = state.opened !== before.opened;
      const begun = state.design !== before.design && before.id === undefined && keeping === undefined;
      if (opened || begun) {
        const own = keepAsNew().finally(() => {
          if (keeping === own) keeping = undefined;
        });
        keeping = own;
      }
    } else if (state.id !== before.id) {
      replaced = false;
    } else if (
      state.design !== before.design ||
      state.name !== before.name ||
      state.opened !== before.opened
    ) {
      replaced ||= state.opened !== before.opened;
      keeper?.changed(snapshotOf(state));
    }
  });
}

/** Writes what is not saved yet: before another design is opened. */
export async function flush(): Promise<void> {
  await keeper?.flush();
}
