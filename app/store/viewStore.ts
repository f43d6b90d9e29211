/**
 * What the screen shows, as opposed to what the user designs: selection, panels, playhead, theme. Never undone; only
 * panel sizes and the theme are remembered between visits.
 */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { NodeKey } from '../../src/model/nodeKey.ts';
import type { Path } from '../../src/model/path.ts';
import type { Scenario } from '../../src/simulate/scenario.ts';

/** What is selected. One thing, or several cards at once. */
export type Selection =
  | { readonly kind: 'none' }
  | { readonly kind: 'task' }
  | { readonly kind: 'nodes'; readonly keys: readonly NodeKey[] }
  | { readonly kind: 'edge'; readonly key: string };

export type SidePanel = 'inspect' | 'json' | 'problems' | 'roles';
/** What the panel below shows: the run, what may go wrong, the run as a table. */
export type BottomPanel = 'run' | 'whatIf' | 'events' | 'concerns';
/** The figures of the task, as the dialog of figures shows them. */
export type Figure = 'wired' | 'lifecycle' | 'words' | 'page';
/** What stands beside the run where it is said what may go wrong. */
export type WhatIfSide = 'faults' | 'spread' | 'expect' | 'real';
export type LeftPanel = 'add' | 'outline';
/** Below 1024 px one of these fills the page. */
export type NarrowPanel =
  | 'lesson'
  | 'canvas'
  | 'add'
  | 'outline'
  | 'inspect'
  | 'json'
  | 'problems'
  | 'roles'
  | 'timeline';
export type Theme = 'system' | 'light' | 'dark';

/** A wish to be shown a place; every panel that can follows it. `count` tells one wish from the next. */
export interface Reveal {
  readonly path: Path;
  readonly count: number;
  /** Whether the panel should also put the keyboard there (a click on a finding does, a selection does not). */
  readonly focus: boolean;
}

/** One-off orders to a panel that is on screen, told apart by their count: fit, tidy, start connecting, find … */
export type Signal =
  | 'fit'
  | 'zoomIn'
  | 'zoomOut'
  | 'tidy'
  | 'dependsOn'
  | 'mount'
  | 'renameSelected'
  | 'focusCanvas'
  | 'showSelected'
  | 'focusAdd'
  | 'focusInspectorSearch'
  | 'formatDocument'
  | 'findInJson'
  | 'timelineIn'
  | 'timelineOut'
  | 'timelineFit';

export interface ViewState {
  readonly selection: Selection;
  readonly hovered: string | undefined;
  /** The container whose essential switch is under the pointer or has the focus. */
  readonly peeked: NodeKey | undefined;
  readonly reveal: Reveal | undefined;
  readonly side: SidePanel;
  readonly left: LeftPanel;
  readonly narrow: NarrowPanel;
  readonly leftFolded: boolean;
  /** The left panel stays open beside the JSON too, because somebody opened it there. */
  readonly leftPinned: boolean;
  readonly bottomFolded: boolean;
  readonly sizes: {
    readonly left: number;
    readonly side: number;
    readonly json: number;
    readonly bottom: number;
    readonly whatIf: number;
  };
  readonly bottom: BottomPanel;
  readonly whatIfSide: WhatIfSide;
  readonly theme: Theme;
  /** Whether shortcuts of one letter are on. */
  readonly singleKeys: boolean;
  /** The second that cards and lanes show; absent: the task as designed. */
  readonly playhead: number | undefined;
  /** The playhead moves by itself. */
  readonly playing: boolean;
  /** Seconds of the run in a second of the clock. */
  readonly speed: number;
  /** Whose run is shown, by its id; the plan where the design has no such scenario. */
  readonly scenario: string;
  /** A run that is tried out and belongs to no scenario of the design: a fault that is played, a bar that is dragged. */
  readonly played: Played | undefined;
  /** Which of the designs opened is the example of a first visit, which says so until something is done. */
  readonly welcome: number | undefined;
  /** What lies over the screen, if anything. */
  readonly overlay:
    | 'none'
    | 'commands'
    | 'shortcuts'
    | 'import'
    | 'export'
    | 'share'
    | 'library'
    | 'about'
    | 'compare'
    | 'history'
    | 'many'
    | 'learn'
    | 'figures';
  /** What a comparison begins with on the side of before: as one of its choices. */
  readonly compareBefore: string | undefined;
  readonly figure: Figure;
  /** What a concern lights up on the canvas, by key; the rest steps back. Absent: all is as ever. */
  readonly lit: { readonly nodes: ReadonlySet<string>; readonly edges: ReadonlySet<string> } | undefined;
  readonly signals: Readonly<Partial<Record<Signal, number>>>;
  /** Short words for the status region and the toast. */
  readonly notice: Notice | undefined;
}

/** What is tried out, and what it is compared with. */
export interface Played {
  readonly scenario: Scenario;
  readonly plan: Scenario;
}

export interface Notice {
  readonly count: number;
  readonly tone: 'info' | 'error';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** A later one on the same topic takes its place. */
  readonly topic?: string;
}

const REMEMBERED = 'ecs-task-designer:view';

/** The sizes of the panels in pixels, as the design gives them. */
export const DEFAULT_SIZES = { left: 216, side: 344, json: 528, bottom: 240, whatIf: 380 } as const;

function remembered(): Partial<ViewState> {
  try {
    const raw = JSON.parse(localStorage.getItem(REMEMBERED) ?? '{}') as Record<string, unknown>;
    const theme = raw.theme === 'light' || raw.theme === 'dark' ? raw.theme : 'system';
    const sizes = { ...DEFAULT_SIZES } as Record<keyof typeof DEFAULT_SIZES, number>;
    const stored = (raw.sizes ?? {}) as Record<string, unknown>;
    for (const name of Object.keys(DEFAULT_SIZES) as (keyof typeof DEFAULT_SIZES)[]) {
      const size = stored[name];
      if (typeof size === 'number' && size >= 40 && size <= 2000) sizes[name] = size;
    }
    return { theme, sizes, leftFolded: raw.leftFolded === true, singleKeys: raw.singleKeys !== false };
  } catch {
    // Storage may be blocked or hold rubbish: the defaults do, and nothing of the user's design lies here.
    return {};
  }
}

export const viewStore = createStore<ViewState>()(() => ({
  selection: { kind: 'none' },
  hovered: undefined,
  peeked: undefined,
  reveal: undefined,
  side: 'inspect',
  left: 'add',
  narrow: 'canvas',
  leftFolded: false,
  leftPinned: false,
  bottomFolded: false,
  sizes: DEFAULT_SIZES,
  theme: 'system',
  singleKeys: true,
  playhead: undefined,
  playing: false,
  speed: 2,
  scenario: 'planned',
  played: undefined,
  bottom: 'run',
  whatIfSide: 'faults',
  welcome: undefined,
  overlay: 'none',
  compareBefore: undefined,
  figure: 'wired',
  lit: undefined,
  signals: {},
  notice: undefined,
  ...remembered(),
}));

viewStore.subscribe((state, before) => {
  if (
    state.theme === before.theme &&
    state.sizes === before.sizes &&
    state.leftFolded === before.leftFolded &&
    state.singleKeys === before.singleKeys
  )
    return;
  try {
    const { theme, sizes, leftFolded, singleKeys } = state;
    localStorage.setItem(REMEMBERED, JSON.stringify({ theme, sizes, leftFolded, singleKeys }));
  } catch {
    // Blocked or full: the view is simply not remembered.
  }
});

/** A slice of the view that re-renders its component when it changes. */
export function useView<T>(select: (state: ViewState) => T): T {
  return useStore(viewStore, select);
}

export function setView(part: Partial<ViewState>): void {
  viewStore.setState(part);
}

export function select(selection: Selection): void {
  viewStore.setState({ selection });
}

/** Selects one card, volume, log destination or note; the task itself for the task's key. */
export function selectNode(key: NodeKey): void {
  select(key === 'task' ? { kind: 'task' } : { kind: 'nodes', keys: [key] });
}

export function selectEdge(key: string): void {
  select({ kind: 'edge', key });
}

export function setHovered(key: string | undefined): void {
  if (viewStore.getState().hovered !== key) viewStore.setState({ hovered: key });
}

/** Asks every panel to show a place of the task. */
export function reveal(path: Path, focus = true): void {
  viewStore.setState((state) => ({ reveal: { path, focus, count: (state.reveal?.count ?? 0) + 1 } }));
}

/** Gives a one-off order; the panel that knows it answers when it is on screen. */
export function signal(name: Signal): void {
  viewStore.setState((state) => ({ signals: { ...state.signals, [name]: (state.signals[name] ?? 0) + 1 } }));
}

/** Opens a side panel, on wide and narrow screens alike. */
export function openPanel(panel: SidePanel): void {
  viewStore.setState({ side: panel, narrow: panel });
}

/** Says something in the status region for a few seconds. */
export function notify(
  text: string,
  tone: Notice['tone'] = 'info',
  action?: Notice['action'],
  topic?: string,
): void {
  viewStore.setState((state) => ({
    notice: {
      text,
      tone,
      count: (state.notice?.count ?? 0) + 1,
      ...(action ? { action } : {}),
      ...(topic === undefined ? {} : { topic }),
    },
  }));
}

/** The one selected node, if exactly one is. */
export function selectedNode(selection: Selection): NodeKey | undefined {
  return selection.kind === 'nodes' && selection.keys.length === 1 ? selection.keys[0] : undefined;
}

/** Whether a node is among the selected. */
export function isSelected(selection: Selection, key: string): boolean {
  if (selection.kind === 'nodes') return selection.keys.includes(key);
  if (selection.kind === 'edge') return selection.key === key;
  return selection.kind === 'task' && key === 'task';
}
