/** What follows from the design: computed once per reading, shared by all panels, never stored. */
import { PLANNED } from '../../src/edit/changes/scenario.ts';
import { layout as layoutPart, type Position } from '../../src/edit/parts/layout.ts';
import { type LessonMark, lesson } from '../../src/edit/parts/lesson.ts';
import { meantFor } from '../../src/edit/parts/meant-for.ts';
import { type NeedsData, needs } from '../../src/edit/parts/needs.ts';
import { type Note, notes } from '../../src/edit/parts/notes.ts';
import { getPart, type Part, type Parts } from '../../src/edit/parts/part.ts';
import { type ScenarioData, scenarios } from '../../src/edit/parts/scenarios.ts';
import { silenced } from '../../src/edit/parts/silenced.ts';
import { keyChanges } from '../../src/edit/reconcile.ts';
import { type Silenced, silencing } from '../../src/edit/silencing.ts';
import type { Along } from '../../src/iam/alongside.ts';
import type { Statement } from '../../src/iam/permissions.ts';
import { type Graph, graph } from '../../src/model/graph.ts';
import { isSame, keepSame } from '../../src/model/keepSame.ts';
import type { NodeKey } from '../../src/model/nodeKey.ts';
import { oncePer } from '../../src/model/oncePer.ts';
import { type Path, pathKey } from '../../src/model/path.ts';
import type { Reading } from '../../src/model/reading.ts';
import type { Compatibility, TaskDefinition } from '../../src/model/taskDefinition.ts';
import { startWaves } from '../../src/model/waves.ts';
import { densityOf } from '../../src/picture/density.ts';
import { type Layout, layout } from '../../src/picture/layout.ts';
import type { LifecycleFinding } from '../../src/rules/lifecycle/lifecycleRule.ts';
import type { Finding, Severity } from '../../src/rules/rule.ts';
import { defaultScenario } from '../../src/simulate/defaults.ts';
import type { Run } from '../../src/simulate/run.ts';
import type { Scenario } from '../../src/simulate/scenario.ts';
import { simulate } from '../../src/simulate/simulate.ts';

type Lists<Item> = ReadonlyMap<string, readonly Item[]>;

/** Keeps lists that say what the latest ones under their key said: a card with the findings it had is not drawn anew. */
function keptLists<Item>(): (next: Lists<Item>) => Lists<Item> {
  let latest: Lists<Item> = new Map();
  return (next) => {
    latest = new Map([...next].map(([key, list]) => [key, keepSame(latest.get(key), list)]));
    return latest;
  };
}

let lastGraph: Graph | undefined;

const graphPerTask = oncePer((task: TaskDefinition): Graph => {
  lastGraph = keepSame(lastGraph, graph(task));
  return lastGraph;
});

/** The task as containers, volumes, destinations and edges; what an edit left as it was stays the same object. */
export function graphOf(reading: Reading): Graph {
  return graphPerTask(reading.task);
}

type Check = (
  reading: Reading,
  options: { readonly meantFor: readonly Compatibility[]; readonly exec: boolean },
) => readonly Finding[];

/** What the rules say of a design: what is to be heard, and what somebody has silenced. */
export interface Judgement {
  readonly heard: readonly Finding[];
  readonly silenced: readonly Silenced<Finding>[];
}

const SILENT: Judgement = { heard: [], silenced: [] };
/** Stands for a part that a design has not: every design without it shares what follows from that. */
const NO_PART: Part = { v: 0 };
let found: ((reading: Reading, parts: Parts) => readonly Finding[]) | undefined;

/** Hands over the rules once they are loaded: the canvas does not wait for them. */
export function setCheck(check: Check): void {
  const first = oncePer((reading: Reading) =>
    oncePer((meant: Part) =>
      oncePer((own: Part) =>
        check(reading, {
          meantFor: meantForOf({ [meantFor.id]: meant }),
          exec: getPart({ [needs.id]: own }, needs).exec,
        }),
      ),
    ),
  );
  // By the parts alone: what else changes in a design does not change what the rules say.
  found = (reading, parts) => first(reading)(parts[meantFor.id] ?? NO_PART)(parts[needs.id] ?? NO_PART);
}

/** What the task is checked as, where it does not say itself what it runs on. */
export const meantForOf: (parts: Parts) => readonly Compatibility[] = oncePer((parts) =>
  getPart(parts, meantFor),
);

const keepAlong = keptLists<Along>();
let along: ((reading: Reading) => (own: Part) => ReadonlyMap<NodeKey, readonly Along[]>) | undefined;
const NOTHING_ALONG: ReadonlyMap<NodeKey, readonly Along[]> = new Map();

/** Hands over what the roles must allow, and what of it is there for others; it comes with the rules. */
export function setRoles(
  permissions: (task: TaskDefinition, own: NeedsData) => { readonly task: readonly Statement[] },
  alongside: (
    task: readonly Statement[],
    containers: Graph['containers'],
  ) => ReadonlyMap<NodeKey, readonly Along[]>,
): void {
  along = oncePer((reading: Reading) =>
    oncePer((own: Part) =>
      keepAlong(
        alongside(
          permissions(reading.task, getPart({ [needs.id]: own }, needs)).task,
          graphOf(reading).containers,
        ),
      ),
    ),
  );
}

/** What each container may do because another one needs it: the price of one role for the task. */
export function alongOf(reading: Reading, parts: Parts): ReadonlyMap<NodeKey, readonly Along[]> {
  return along?.(reading)(parts[needs.id] ?? NO_PART) ?? NOTHING_ALONG;
}

let life: { readonly reading: Reading; readonly findings: readonly LifecycleFinding[] } | undefined;

/** Hands over what goes wrong while a task lives; it comes later than the other findings. Absent: forget it. */
export function setLife(next: typeof life): void {
  life = next;
}

/** What is known of the life of a task; what was known before the latest keystrokes is shown until it is found anew. */
const lifeFor = oncePer((reading: Reading) =>
  oncePer((known: NonNullable<typeof life>): readonly LifecycleFinding[] => {
    if (known.reading === reading) return known.findings;
    const nodes = new Map(graphOf(reading).containers.map(({ key, index }) => [index, key]));
    return known.findings.flatMap(({ fix: _, ...finding }) => {
      const [list, index] = finding.path;
      const same = list !== 'containerDefinitions' || nodes.get(Number(index)) === finding.node;
      return same ? [finding] : [];
    });
  }),
);

const together = oncePer((first: readonly Finding[]) =>
  oncePer((second: readonly LifecycleFinding[]): readonly Finding[] => {
    // What is to be mended at one place by the same fix is told once, and so is what the second list says better.
    const told = new Set(first.flatMap(({ path, fix }) => (fix ? [`${pathKey(path)} ${fix.label}`] : [])));
    const news = second.filter(({ path, fix }) => !fix || !told.has(`${pathKey(path)} ${fix.label}`));
    const better = new Set(
      news.flatMap(({ instead }) => (instead ? [`${instead.rule} ${instead.node}`] : [])),
    );
    return [...first.filter(({ rule, node }) => !better.has(`${rule} ${node}`)), ...news];
  }),
);

const judged = oncePer((reading: Reading) =>
  oncePer((findings: readonly Finding[]) =>
    oncePer(
      (part: Part): Judgement =>
        silencing(findings, getPart({ [silenced.id]: part }, silenced), reading.task),
    ),
  ),
);

/**
 * Everything that the reading, the rules and a look at the task's life have to say, sorted by silences; nothing until
 * the rules are loaded.
 */
export function judgementOf(reading: Reading, parts: Parts): Judgement {
  if (found === undefined) return SILENT;
  const first = found(reading, parts);
  const second = life === undefined || !reading.whole ? [] : lifeFor(reading)(life);
  const all = second.length === 0 ? first : together(first)(second);
  // By the part alone: moving a card makes new parts, but silences nothing.
  return judged(reading)(all)(parts[silenced.id] ?? NO_PART);
}

/** Tells a finding on the life of a task, which has its second, from the others. */
export function isOfLife(finding: Finding): finding is LifecycleFinding {
  return 'at' in finding;
}

/** What the rules say and nobody has silenced. */
export function findingsOf(reading: Reading, parts: Parts): readonly Finding[] {
  return judgementOf(reading, parts).heard;
}

const keepOfNodes = keptLists<Finding>();

const findingsByKey = oncePer((findings: readonly Finding[]) => {
  const byNode = new Map<NodeKey, Finding[]>();
  for (const finding of findings) {
    const key = finding.node ?? 'task';
    const list = byNode.get(key);
    if (list === undefined) byNode.set(key, [finding]);
    else list.push(finding);
  }
  return keepOfNodes(byNode);
});

/** The findings by the card they belong to. */
export function findingsByNode(reading: Reading, parts: Parts): ReadonlyMap<NodeKey, readonly Finding[]> {
  return findingsByKey(findingsOf(reading, parts));
}

const keepOfEdges = keptLists<Finding>();

const findingsPerEdge = oncePer((reading: Reading) =>
  oncePer((findings: readonly Finding[]) => {
    const { dependencies, mounts, routes } = graphOf(reading);
    const byPath = new Map<string, string>();
    for (const { key, path, addedBy } of dependencies)
      if (addedBy === undefined) byPath.set(pathKey(path), key);
    for (const { key, path } of [...mounts, ...routes]) byPath.set(pathKey(path), key);
    const byEdge = new Map<string, Finding[]>();
    for (const finding of findings) {
      const edge = edgeAt(finding.path, byPath);
      if (edge === undefined) continue;
      const list = byEdge.get(edge);
      if (list === undefined) byEdge.set(edge, [finding]);
      else list.push(finding);
    }
    return keepOfEdges(byEdge);
  }),
);

function edgeAt(path: Path, byPath: ReadonlyMap<string, string>): string | undefined {
  for (let length = path.length; length > 2; length -= 1) {
    const edge = byPath.get(pathKey(path.slice(0, length)));
    if (edge !== undefined) return edge;
  }
  return undefined;
}

/** The findings by the edge in whose entry they stand: a dependency, a mount, a way of logs. */
export function findingsByEdge(reading: Reading, parts: Parts): ReadonlyMap<string, readonly Finding[]> {
  return findingsPerEdge(reading)(findingsOf(reading, parts));
}

/** The gravest of some findings; nothing for none. */
export function worstOf(findings: readonly Pick<Finding, 'severity'>[]): Severity | undefined {
  return (['error', 'warning', 'info'] as const).find((severity) =>
    findings.some((finding) => finding.severity === severity),
  );
}

const namedPerParts = oncePer((parts: Parts): readonly ScenarioData[] => getPart(parts, scenarios));

let lastDefault: Scenario | undefined;

const plannedPerParts = oncePer((parts: Parts) =>
  oncePer((task: TaskDefinition): Scenario => {
    const planned = namedPerParts(parts).find(({ id }) => id === PLANNED.id);
    if (planned !== undefined) return planned;
    lastDefault = keepSame(lastDefault, defaultScenario(task));
    return lastDefault;
  }),
);

/** The what-if scenarios that the design keeps beside its plan, in the order in which they were made. */
export const whatIfsOf: (parts: Parts) => readonly ScenarioData[] = oncePer((parts) =>
  namedPerParts(parts).filter(({ id }) => id !== PLANNED.id),
);

/** The scenario of this id; the plan where the design has none of it: written down, else what is sensible for the task. */
export function scenarioOf(task: TaskDefinition, parts: Parts, id: string = PLANNED.id): Scenario {
  return whatIfsOf(parts).find((scenario) => scenario.id === id) ?? plannedPerParts(parts)(task);
}

const runPerScenario = oncePer((scenario: Scenario) => {
  let last: Run | undefined;
  // Most edits leave the run as it is: what is drawn of it then stays as well.
  return oncePer((task: TaskDefinition): Run => {
    const run = simulate(task, scenario);
    last = last !== undefined && isSame(last, run) ? last : run;
    return last;
  });
});

/** The run of a task in any scenario, of the design or not. */
export function runIn(task: TaskDefinition, scenario: Scenario): Run {
  return runPerScenario(scenario)(task);
}

/** The run of a task in a scenario; without one as planned. */
export function runOf(task: TaskDefinition, parts: Parts, id?: string): Run {
  return runIn(task, scenarioOf(task, parts, id));
}

let latest: (Pick<Layout, 'order'> & { readonly task: TaskDefinition }) | undefined;
let latestOpened = -1;

const layoutPerParts = oncePer((reading: Reading) =>
  oncePer((moved: Readonly<Record<NodeKey, Position>>) => {
    const perSelected = new Map<NodeKey | undefined, Layout>();
    return (selected: NodeKey | undefined): Layout => {
      const found = perSelected.get(selected);
      if (found !== undefined) return found;
      const { task } = reading;
      const of = graphOf(reading);
      const previous = rowsFor(task);
      const alike = drawn.find(
        (one) =>
          one.selected === selected &&
          one.moved === moved &&
          isSame(one.layout.order, previous?.order) &&
          isDrawnAlike(one.graph, of),
      );
      if (alike !== undefined) {
        perSelected.set(selected, alike.layout);
        return alike.layout;
      }
      const next = layout(of, {
        waves: startWaves(task),
        positions: moved,
        density: densityOf(of),
        ...(previous === undefined ? {} : { previous }),
        ...(selected === undefined ? {} : { selected }),
      });
      perSelected.set(selected, next);
      drawn = [{ graph: of, moved, selected, layout: next }, ...drawn.slice(0, 1)];
      return next;
    };
  }),
);

/**
 * The latest layouts and what they were made of: most edits change nothing of that. Two, as a picture for the list of
 * designs, where nothing is selected, is made beside the one on screen.
 */
let drawn: readonly {
  readonly graph: Graph;
  readonly moved: Readonly<Record<NodeKey, Position>>;
  readonly selected: NodeKey | undefined;
  readonly layout: Layout;
}[] = [];

/** Whether two graphs have the same nodes and lines: what else a container says does not move it. */
export function isDrawnAlike(one: Graph, other: Graph): boolean {
  return (
    one.dependencies === other.dependencies &&
    one.mounts === other.mounts &&
    one.routes === other.routes &&
    one.volumes === other.volumes &&
    one.logs === other.logs &&
    one.containers.length === other.containers.length &&
    one.containers.every(({ key }, index) => key === other.containers[index]?.key)
  );
}

/** Where cards were put by hand. */
const movedPerParts = oncePer((parts: Parts) => getPart(parts, layoutPart).moved);

/** The notes of a design; the same list as long as the parts are the same. */
export const notesOf: (parts: Parts) => readonly Note[] = oncePer((parts) => getPart(parts, notes));

/** Which lesson a design is a try at; neither id nor own for any other design. */
export const lessonMarkOf: (parts: Parts) => LessonMark = oncePer((parts) => getPart(parts, lesson));

/** The rows of the last layout under the names of now: a card keeps its row while its name is being typed. */
function rowsFor(task: TaskDefinition): Pick<Layout, 'order'> | undefined {
  if (latest === undefined || latest.task === task) return latest;
  const changes = keyChanges(latest.task, task);
  return changes.size === 0 ? latest : { order: latest.order.map((key) => changes.get(key) ?? key) };
}

/** Where everything stands; rows keep the order that the last layout of the same design gave them. */
export function layoutOf(
  reading: Reading,
  parts: Parts,
  { selected, opened }: { readonly selected: NodeKey | undefined; readonly opened: number },
): Layout {
  if (opened !== latestOpened) latest = undefined;
  latestOpened = opened;
  const dense = densityOf(graphOf(reading)) === 'dense';
  const next = layoutPerParts(reading)(movedPerParts(parts))(dense ? selected : undefined);
  latest = { order: next.order, task: reading.task };
  return next;
}

/** Forgets the order of rows: the next layout starts afresh, as for another design or a tidy. */
export function forgetRows(): void {
  latest = undefined;
}
