/** The mutable state of one simulation. It lives inside `simulate` only; nothing of it gets out. */
import type { ContainerDefinition } from '../model/containerDefinition.ts';
import type { Path } from '../model/path.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { Queue } from './queue.ts';
import type {
  Because,
  ContainerKey,
  GateCondition,
  GateOrigin,
  HealthStatus,
  Probe,
  RunEvent,
  RunEventType,
  Uncertainty,
} from './run.ts';
import type { Environment, FullBehaviour, Scenario } from './scenario.ts';
import { roundSeconds } from './seconds.ts';

/**
 * How far a container is, as the agent counts it; later is larger.
 * Source: amazon-ecs-agent 1.105.1, ecs-agent/api/container/status/containerstatus.go.
 */
export const KNOWN = { NONE: 0, MANIFEST_PULLED: 1, PULLED: 2, CREATED: 3, RUNNING: 4, STOPPED: 6 } as const;
export type Known = (typeof KNOWN)[keyof typeof KNOWN];

export type DueKind =
  | 'pullEnds'
  | 'pullFails'
  | 'startEnds'
  | 'processExits'
  | 'leavesOnSignal'
  | 'restartEnds'
  | 'checkEnds'
  | 'healthIsReported'
  | 'startTimeoutPasses'
  | 'agentLooks'
  | 'stopIsRequested'
  | 'stopTimeoutEnds';

/** Something that will happen, unless it is stale by then. */
export interface Due {
  readonly at: number;
  readonly kind: DueKind;
  readonly container: Live | undefined;
  /** The run of the container that it belongs to: in another run it is stale. -1: any run. */
  readonly run: number;
  /** An exit code; for a check or a report whether it is good (1) or bad (0). */
  readonly value: number;
  /** When what ends now began. */
  readonly since: number;
  /** Among those of one time lower comes first: a limit that must be *exceeded* comes after all else. */
  readonly rank: number;
}

export interface LiveGate {
  readonly on: Live;
  readonly condition: GateCondition;
  readonly origin: GateOrigin;
  readonly path: Path;
  /** Part of a circle: it can never hold, and it orders no stop. */
  circular: boolean;
  releasedAt: number | undefined;
}

/** One container while it is simulated. */
export interface Live {
  readonly key: ContainerKey;
  readonly name: string;
  readonly index: number;
  readonly definition: ContainerDefinition;
  readonly essential: boolean;
  readonly hasHealthCheck: boolean;
  readonly behaviour: FullBehaviour;
  readonly gates: LiveGate[];
  /** Whoever has a gate on it; it stops only after them. */
  readonly dependents: Live[];
  known: Known;
  wanted: 'RUNNING' | 'STOPPED';
  /** A step in flight. */
  step: 'pull' | 'start' | undefined;
  /** Counts the starts; 0 before the first. */
  run: number;
  pullStartedAt: number | undefined;
  startedAt: number | undefined;
  /** Of the present run. */
  runStartedAt: number;
  lastRestartAt: number | undefined;
  restarts: number;
  startTimedOut: boolean;
  signalledAt: number | undefined;
  stoppedAt: number | undefined;
  exitCode: number | undefined;
  health: HealthStatus;
  /** Failing checks in a row that count, in the present run. */
  failures: number;
  readonly probes: Probe[];
  /** Checks that go on with one result and change nothing: filled into `probes` at the end. */
  quiet: { from: number; every: number; passed: boolean } | undefined;
  /** Becomes STOPPED when the pass is over. */
  endsWithPass: { readonly type: 'givenUp' | 'cancelled'; readonly because: Because } | undefined;
  /** Given up without ever having run. */
  givenUp: boolean;
  startFailed: boolean;
  pullFailed: boolean;
}

export interface World {
  readonly task: TaskDefinition;
  readonly scenario: Scenario;
  readonly environment: Environment;
  /** In the order in which the agent visits them. */
  readonly containers: readonly Live[];
  readonly events: RunEvent[];
  readonly uncertain: Uncertainty[];
  readonly queue: Queue<Due>;
  now: number;
  /** When the agent last went over all containers. */
  lookedAt: number;
  /** Tells all behaviours. The loop sets them. */
  tell: Tellings;
  stopCause: ContainerKey | 'StopTask' | undefined;
  runningAt: number | undefined;
  stoppingAt: number | undefined;
  stoppedAt: number | undefined;
}

export interface Tellings {
  /** A run of the container has begun. */
  readonly runs: (container: Live) => void;
  /** Its process has left. Answers whether somebody starts it again. */
  readonly leaves: (container: Live, code: number) => boolean;
  readonly signalled: (container: Live) => void;
}

/** A world at its first second, before any behaviour prepared it. */
export function newWorld(task: TaskDefinition, scenario: Scenario, containers: readonly Live[]): World {
  return {
    task,
    scenario,
    environment: scenario.environment,
    containers,
    events: [],
    uncertain: [],
    queue: new Queue(),
    now: 0,
    lookedAt: 0,
    tell: { runs: () => {}, leaves: () => false, signalled: () => {} },
    stopCause: undefined,
    runningAt: undefined,
    stoppingAt: undefined,
    stoppedAt: undefined,
  };
}

/** Puts what happens now into the log. */
export function log(
  world: World,
  type: RunEventType,
  container: Live | undefined,
  because: Because,
  code?: number,
): void {
  const at = world.now;
  // Spelt out: this is where long runs spend their time.
  if (container === undefined) world.events.push({ at, type, because });
  else if (code === undefined) world.events.push({ at, type, container: container.key, because });
  else world.events.push({ at, type, container: container.key, because, code });
}

/** Says that something will happen `after` seconds from now, unless the container's run is over by then. */
export function schedule(
  world: World,
  after: number,
  kind: DueKind,
  container?: Live,
  { value = 0, since = world.now, rank = 0, run = container?.run ?? 0 }: Partial<Due> = {},
): void {
  world.queue.add({ at: roundSeconds(world.now + after), kind, container, run, value, since, rank });
}
