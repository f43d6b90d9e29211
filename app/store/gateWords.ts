/** What became of each gate at the playhead's second, in words: for edges on the canvas and lines of the outline. */
import type { Graph } from '../../src/model/graph.ts';
import { oncePer } from '../../src/model/oncePer.ts';
import { type GateState, gateAt } from '../../src/simulate/gateAt.ts';
import type { Run } from '../../src/simulate/run.ts';
import { inSeconds } from '../../src/simulate/seconds.ts';
import { graphOf } from './derived.ts';
import { useDesign } from './designStore.ts';
import { useRunWhile } from './useRun.ts';
import { useView } from './viewStore.ts';

export interface GateWords {
  readonly state: GateState['state'];
  /** "released at 12.0 s", "still waits", "can never be met". */
  readonly words: string;
}

const NONE: ReadonlyMap<string, GateWords> = new Map();

interface Known {
  readonly words: Map<string, GateWords>;
  readonly maps: Map<string, ReadonlyMap<string, GateWords>>;
}

const knownPerRun = oncePer((_: Run) =>
  oncePer((_: Graph): Known => ({ words: new Map(), maps: new Map() })),
);

/** By the key of the edge; the same map, and the same words, as long as nothing changes for any gate. */
export function gatesAt(run: Run, graph: Graph, second: number): ReadonlyMap<string, GateWords> {
  const known = knownPerRun(run)(graph);
  const found = graph.dependencies.map(({ key, from, to, condition }) => {
    const gate = gateAt(run, nameIn(to), nameIn(from), condition, second);
    return [key, gate] as const;
  });
  const id = found.map(([, gate]) => gate?.state ?? '').join();
  const same = known.maps.get(id);
  if (same !== undefined) return same;
  const map = new Map(
    found.flatMap(([key, gate]) => (gate === undefined ? [] : [[key, wordsFor(known, key, gate)] as const])),
  );
  known.maps.set(id, map);
  return map;
}

function wordsFor({ words }: Known, edge: string, gate: GateState): GateWords {
  const id = `${edge} ${gate.state}`;
  const same = words.get(id) ?? { state: gate.state, words: said(gate) };
  words.set(id, same);
  return same;
}

function said(gate: GateState): string {
  switch (gate.state) {
    case 'released':
      return `released at ${inSeconds(gate.at)}`;
    case 'never':
      return 'can never be met';
    case 'over':
      return 'nobody waits any more';
    case 'waiting':
      return 'still waits';
  }
}

function nameIn(key: string): string {
  return key.slice('container:'.length);
}

/** All gates at the playhead; none while the task is shown as designed. */
export function useGates(): ReadonlyMap<string, GateWords> {
  const run = useRunWhile(useView(({ playhead }) => playhead !== undefined));
  const graph = useDesign((state) => graphOf(state.shown));
  return useView(({ playhead }) =>
    playhead === undefined || run === undefined ? NONE : gatesAt(run, graph, playhead),
  );
}

/** One gate at the playhead, by the key of its edge. */
export function useGate(edge: string): GateWords | undefined {
  return useGates().get(edge);
}
