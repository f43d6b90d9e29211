/**
 * The design on screen and the one door to change it. Saving, checking and simulating are subscribers or derived;
 * no panel writes here other than through `apply` and `typeText`.
 */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Change } from '../../src/edit/change.ts';
import { PLANNED } from '../../src/edit/changes/scenario.ts';
import { wholeTask } from '../../src/edit/changes/task.ts';
import { applyChange, type Design, newDesign, readingOf, withText } from '../../src/edit/design.ts';
import { type History, newHistory, record, redo as redone, undo as undone } from '../../src/edit/history.ts';
import { keyChanges } from '../../src/edit/reconcile.ts';
import { isLoaded, loadLens } from '../../src/lens/index.ts';
import { isRefusal, type Refusal } from '../../src/model/edit.ts';
import type { NodeKey } from '../../src/model/nodeKey.ts';
import type { Reading } from '../../src/model/reading.ts';
import { textLanguage } from './textLanguage.ts';
import { notify, type Selection, setView, viewStore } from './viewStore.ts';

/** What undo brings back beside the design. */
export interface ViewSnapshot {
  readonly selection: Selection;
  /** What the design was called, where the step gave it another name. */
  readonly name?: string;
}

/** One step that the "what changed" list shows, oldest first. */
export interface Step {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly count: number;
  /** Typed in the JSON editor: its lines need no lighting up. */
  readonly typed: boolean;
}

export interface DesignState {
  /** Its id in the library of this browser; absent until it is first kept. */
  readonly id: string | undefined;
  readonly name: string;
  readonly history: History<ViewSnapshot>;
  readonly design: Design;
  /** Of the text as it stands. */
  readonly reading: Reading;
  /** The last reading that was whole: what canvas, outline, inspector and timeline show. */
  readonly shown: Reading;
  /** The steps since the list was last dismissed, at most twenty. */
  readonly steps: readonly Step[];
  /** Whether the rules are loaded, so that no findings means that there are none. */
  readonly rulesReady: boolean;
  /** Counts looks at the life of the task: what they found is among the findings from then on. */
  readonly looks: number;
  /** Counts designs opened: panels that keep state of their own start afresh when it changes. */
  readonly opened: number;
}

const STEPS = 20;
const UNTITLED = 'Untitled';

function stateOf(
  design: Design,
  name: string,
  id: string | undefined,
  opened: number,
): Omit<DesignState, 'rulesReady' | 'looks'> {
  const reading = readingOf(design);
  return {
    id,
    name,
    history: newHistory(design),
    design,
    reading,
    shown: reading,
    steps: [],
    opened,
  };
}

export const designStore = createStore<DesignState>()(() => ({
  ...stateOf(newDesign('{}\n'), UNTITLED, undefined, 0),
  rulesReady: false,
  looks: 0,
}));

/** A text whose lens is still to be loaded, as a template kept from another day, is read again when it is there. */
designStore.subscribe(({ design }, { design: before }) => {
  if (design.source === before.source || isLoaded(design.source)) return;
  loadLens(design.source).then(readAgain, () =>
    notify('What reads this kind of file could not be loaded. Its text is kept; reload the page.', 'error'),
  );
});

function readAgain(): void {
  const { design } = designStore.getState();
  const reading = readingOf(design);
  designStore.setState(({ shown }) => ({ reading, shown: reading.whole ? reading : shown }));
}

/** A slice of the design that re-renders its component when it changes. */
export function useDesign<T>(select: (state: DesignState) => T): T {
  return useStore(designStore, select);
}

/** What is on view now, for the way back over a step. */
function snapshot(over?: { readonly view: ViewSnapshot }): ViewSnapshot {
  const { selection } = viewStore.getState();
  return over?.view.name === undefined ? { selection } : { selection, name: designStore.getState().name };
}

function settle(history: History<ViewSnapshot>, step?: { label: string; typed: boolean }): void {
  const { shown: shownBefore, design: before, steps, history: historyBefore } = designStore.getState();
  const design = history.present;
  const reading = readingOf(design);
  designStore.setState({
    history,
    design,
    reading,
    shown: reading.whole ? reading : shownBefore,
    ...(step !== undefined && design.text !== before.text
      ? { steps: withStep(steps, step, before.text, design.text, joined(historyBefore, history)) }
      : {}),
  });
}

/** Whether the latest change went into the step of undo before it. */
function joined(before: History<ViewSnapshot>, after: History<ViewSnapshot>): boolean {
  return before.past.length > 0 && before.past.length === after.past.length;
}

function withStep(
  steps: readonly Step[],
  { label, typed }: { label: string; typed: boolean },
  before: string,
  after: string,
  joins: boolean,
): readonly Step[] {
  const last = steps.at(-1);
  const count = (last?.count ?? 0) + 1;
  if (joins && last !== undefined && last.label === label && last.after === before) {
    return [...steps.slice(0, -1), { ...last, after, count, typed }];
  }
  return [...steps, { label, typed, before, after, count }].slice(-STEPS);
}

/** Selected things whose name changed stay selected; those that are gone do not. */
function follow(before: Reading, after: Reading): void {
  if (before.task === after.task) return;
  const { selection } = viewStore.getState();
  if (selection.kind !== 'nodes') return;
  const changes = keyChanges(before.task, after.task);
  if (changes.size === 0) return;
  const keys = selection.keys.flatMap((key): NodeKey[] => {
    const next = changes.has(key) ? changes.get(key) : key;
    return next === undefined ? [] : [next];
  });
  setView({ selection: keys.length === 0 ? { kind: 'none' } : { kind: 'nodes', keys } });
}

let frozen: string | undefined;

/** From now on nothing changes the design on screen; `why` is said to whoever tries. For a player. */
export function freeze(why: string): void {
  frozen = why;
}

function isFrozen(): boolean {
  if (frozen !== undefined) notify(frozen);
  return frozen !== undefined;
}

/** Applies a change as one step of undo. A refusal is said in the status region, unless quiet, and returned. */
export function apply(change: Change, options: { quiet?: boolean } = {}): Refusal | undefined {
  return applyAll(change.label, [change], options);
}

/** Applies several changes, each to the result of the one before, as one step; with one refusal none is made. */
export function applyAll(
  label: string,
  changes: readonly Change[],
  { quiet = false }: { quiet?: boolean } = {},
): Refusal | undefined {
  if (isFrozen()) return { refused: frozen ?? '' };
  const { history, design, shown } = designStore.getState();
  let next = design;
  for (const change of changes) {
    const result = applyChange(next, change);
    if (isRefusal(result)) {
      if (quiet) return result;
      const whole = wholeTask();
      if (result.beyondFile !== undefined && whole.reform?.(design) !== undefined) {
        const run = () => void applyAll(label, [whole, ...changes]);
        notify(result.refused, 'error', { label: whole.label, run });
      } else sayRefusal(result);
      return result;
    }
    next = result;
  }
  if (next === design) return undefined;
  const mergeKey = changes.length === 1 ? changes[0]?.mergeKey : undefined;
  settle(record(history, next, { label, mergeKey, at: Date.now(), view: snapshot() }), {
    label,
    typed: false,
  });
  follow(shown, designStore.getState().shown);
  return undefined;
}

/** Says why something was not done, with the way out where there is one. */
export function sayRefusal({ refused, beyondFile, remedy }: Refusal): void {
  notify(
    beyondFile === undefined ? refused : `${refused} ${beyondFile}`,
    'error',
    remedy === undefined
      ? undefined
      : {
          label: remedy.label,
          run: () => {
            apply({ label: remedy.label, replaces: true, edits: () => remedy.edits });
          },
        },
  );
}

/** Takes the text as the user types it, readable or not; a burst of typing is one step. */
export function typeText(text: string): void {
  if (isFrozen()) return;
  const { history, design, shown } = designStore.getState();
  if (text === design.text) return;
  const next = withText(design, text, shown.task);
  settle(
    record(history, next, {
      label: `Type in the ${textLanguage(design.source).label}`,
      mergeKey: 'typing',
      at: Date.now(),
      view: snapshot(),
    }),
    {
      label: `Type in the ${textLanguage(design.source).label}`,
      typed: true,
    },
  );
  follow(shown, designStore.getState().shown);
}

/** One step back, with the selection that was then. */
export function undo(): void {
  const { history } = designStore.getState();
  const step = undone(history, snapshot(history.past.at(-1)));
  if (step === undefined) return;
  settle(step.history);
  bringBack(step.view);
}

/** One step forward again. */
export function redo(): void {
  const { history } = designStore.getState();
  const step = redone(history, snapshot(history.future[0]));
  if (step === undefined) return;
  settle(step.history);
  bringBack(step.view);
}

function bringBack({ selection, name }: ViewSnapshot): void {
  if (name !== undefined) renameDesign(name);
  setView({ selection });
}

/** Replaces what is on screen by another design, with a history of its own. */
export function openDesign(design: Design, name: string, id?: string): void {
  designStore.setState((state) => stateOf(design, name, id, state.opened + 1));
  setView({
    selection: { kind: 'none' },
    hovered: undefined,
    peeked: undefined,
    playhead: undefined,
    playing: false,
    scenario: PLANNED.id,
    played: undefined,
    reveal: undefined,
  });
}

/**
 * Replaces the document within the design on screen, as one step that undo takes back. With a `name` of its own it is
 * called so from then on, unless somebody chose the name that the design has.
 */
export function replaceDocument(design: Design, label: string, name?: string): void {
  if (isFrozen()) return;
  const { history, name: before, shown } = designStore.getState();
  const isChosen = before !== UNTITLED && before !== shown.task.family;
  const renames = name !== undefined && !isChosen;
  const view = { ...snapshot(), ...(renames && { name: before }) };
  settle(record(history, design, { label, at: Date.now(), view }), { label, typed: false });
  if (renames) renameDesign(name);
  designStore.setState((state) => ({ shown: state.reading, opened: state.opened + 1 }));
  setView({
    selection: { kind: 'none' },
    hovered: undefined,
    peeked: undefined,
    playhead: undefined,
    playing: false,
    played: undefined,
  });
}

export function renameDesign(name: string): void {
  designStore.setState({ name });
}

export function setDesignId(id: string): void {
  designStore.setState({ id });
}

/** Forgets the list of steps that "what changed" shows. */
export function dismissSteps(): void {
  designStore.setState({ steps: [] });
}
