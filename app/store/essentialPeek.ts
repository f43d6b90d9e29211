/** While the essential switch of a container is looked at: what would die with it, on its card and on the others. */
import type { EssentialMark, EssentialPreview } from '../../src/explain/essential.ts';
import type { NodeKey } from '../../src/model/nodeKey.ts';
import type { TaskDefinition } from '../../src/model/taskDefinition.ts';
import type { Scenario } from '../../src/simulate/scenario.ts';
import { useDesign } from './designStore.ts';
import { useScenarioWhile } from './useRun.ts';
import { setView, useView, viewStore } from './viewStore.ts';

interface Peek {
  readonly task: TaskDefinition;
  readonly scenario: Scenario;
  readonly key: NodeKey;
  readonly preview: EssentialPreview;
}

/** All cards ask for the same one. */
let latest: Peek | undefined;

/** Loaded when somebody first looks at a switch: nothing before the canvas needs it. */
let explain: ((task: TaskDefinition, scenario: Scenario, key: string) => EssentialPreview) | undefined;

const NOTHING: EssentialPreview = { text: '', marks: new Map() };

function previewOf(task: TaskDefinition, scenario: Scenario, key: NodeKey): EssentialPreview {
  if (explain === undefined) return NOTHING;
  if (latest?.task !== task || latest.scenario !== scenario || latest.key !== key)
    latest = {
      task,
      scenario,
      key,
      preview: explain(task, scenario, key.slice('container:'.length)),
    };
  return latest.preview;
}

export interface EssentialPeek {
  /** What the switch decides, while it is looked at; empty otherwise. */
  readonly text: string;
  /** The pointer or the focus comes to the switch, or leaves it. */
  readonly onPeek: (looking: boolean) => void;
}

/** For the switch of a container. */
export function useEssentialPeek(key: NodeKey): EssentialPeek {
  const looking = useView((view) => view.peeked === key);
  const scenario = useScenarioWhile(looking);
  const text = useDesign((state) => (scenario ? previewOf(state.shown.task, scenario, key).text : ''));
  return { text, onPeek: (on) => peek(key, on) };
}

/** A pointer that only passes by shows nothing. */
const DELAY_MS = 150;
let timer: ReturnType<typeof setTimeout> | undefined;
let wanted: NodeKey | undefined;

function peek(key: NodeKey, on: boolean): void {
  clearTimeout(timer);
  wanted = on ? key : undefined;
  if (on) timer = setTimeout(() => void show(key), DELAY_MS);
  else if (viewStore.getState().peeked === key) setView({ peeked: undefined });
}

async function show(key: NodeKey): Promise<void> {
  explain ??= (await import('../../src/explain/essential.ts')).essentialPreview;
  if (wanted === key) setView({ peeked: key });
}

/** The mark of a card, while the switch of some container is looked at. */
export function useEssentialMark(key: NodeKey): EssentialMark | undefined {
  const peeked = useView((view) => view.peeked);
  const scenario = useScenarioWhile(peeked !== undefined);
  return useDesign(({ shown: { task } }) =>
    peeked === undefined || scenario === undefined
      ? undefined
      : previewOf(task, scenario, peeked).marks.get(key.slice('container:'.length)),
  );
}
