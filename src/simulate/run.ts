/** What one simulated life of a task was: an event log, and what can be read from it. Plain data. All times in seconds. */
import type { Condition } from '../model/containerDefinition.ts';
import type { Path } from '../model/path.ts';

/** A container of the run: its name; `app#2` for the second of a name. As the keys of `Scenario.behaviours`. */
export type ContainerKey = string;

export type GateCondition = Condition | 'CREATE';

/** Who asked for a gate: the user in dependsOn, or ECS by itself. */
export type GateOrigin = 'dependsOn' | 'links' | 'volumesFrom' | 'firelens' | 'serviceConnect';

export type RunEventType =
  /** A gate of the container holds now. `because` names it. */
  | 'gateReleased'
  /** A gate that held does not hold any more, and the container has not started yet. */
  | 'gateLapsed'
  | 'pullStarted'
  | 'pullEnded'
  /** Its image cannot be had. */
  | 'pullFailed'
  | 'created'
  /** First time RUNNING. */
  | 'started'
  /** The runtime refused to start it. */
  | 'startFailed'
  /** It exited (`code`) and its restart policy starts it again. */
  | 'restarting'
  /** It exited (`code`), its policy would start it again, and the runtime refuses: the exit is final. */
  | 'restartFailed'
  /** It runs again. */
  | 'restarted'
  | 'checkPassed'
  | 'checkFailed'
  | 'healthy'
  | 'unhealthy'
  /** Its startTimeout is over, and somebody still waits for it. */
  | 'startTimeoutPassed'
  /** It was sent the stop signal. */
  | 'signalled'
  /** It left with `code`, for good. */
  | 'exited'
  /** SIGKILL at the end of its stopTimeout: code 137. */
  | 'killed'
  /** It will never start, because what it waits for can never come: code 143. */
  | 'givenUp'
  /** It ended without ever having run, and without a code. */
  | 'cancelled'
  | 'stopRequested'
  | 'taskRunning'
  | 'taskStopping'
  | 'taskStopped';

/** Why a gate can never hold. */
export type Unresolvable = 'missing' | 'timedOut' | 'failed' | 'neverStarts';

/** The cause of an event. */
export type Because =
  /** The task was handed to the agent, and nothing holds the container. */
  | { readonly kind: 'task' }
  | { readonly kind: 'gate'; readonly on: ContainerKey; readonly condition: GateCondition }
  /** The step before is over. */
  | { readonly kind: 'step'; readonly step: 'pull' | 'create' | 'start' }
  /** The process does so by itself: the scenario says it. */
  | { readonly kind: 'process' }
  /** `failures`: failing checks in a row that count. */
  | {
      readonly kind: 'check';
      readonly passed: boolean;
      readonly failures: number;
      readonly inStartPeriod: boolean;
    }
  | { readonly kind: 'restartPolicy'; readonly ranFor: number; readonly period: number }
  | { readonly kind: 'startTimeout'; readonly seconds: number }
  | {
      readonly kind: 'unresolvable';
      readonly on: ContainerKey;
      readonly condition: GateCondition;
      readonly why: Unresolvable;
    }
  /** An essential container ended or will never run. */
  | { readonly kind: 'essential'; readonly on: ContainerKey }
  | { readonly kind: 'stopTask' }
  /** The task stops. */
  | { readonly kind: 'taskStopping' }
  /** The last container that depends on it has stopped. */
  | { readonly kind: 'dependentStopped'; readonly on: ContainerKey }
  | { readonly kind: 'stopSignal' }
  | { readonly kind: 'stopTimeout'; readonly seconds: number }
  | { readonly kind: 'startFailed' }
  /** The image of that container could not be pulled. */
  | { readonly kind: 'pullFailed'; readonly on: ContainerKey }
  /** The last of all containers got there. */
  | { readonly kind: 'container'; readonly on: ContainerKey };

export interface RunEvent {
  readonly at: number;
  readonly type: RunEventType;
  /** Absent for an event of the task. */
  readonly container?: ContainerKey;
  readonly because: Because;
  /** The exit code, for `restarting`, `restartFailed`, `exited`, `killed` and `givenUp`. */
  readonly code?: number;
}

export type ContainerState =
  /** Its gates do not all hold. */
  | 'waiting'
  | 'pulling'
  | 'starting'
  /** Runs, has a health check, and no check has passed yet. */
  | 'notReady'
  /** Runs and has no health check. */
  | 'running'
  | 'healthy'
  | 'unhealthy'
  /** Exited, and on its way back by its restart policy. */
  | 'restarting'
  /** Has the stop signal. */
  | 'stopping'
  | 'exited'
  | 'killed'
  | 'givenUp'
  /** Its image could not be pulled, or the runtime refused to start it: `reason` tells. */
  | 'failed'
  /** Ended with the task before it ever ran. */
  | 'neverRan';

/** A stretch of one state. `from` may equal `to` for the last one: the container ended with the task. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly state: ContainerState;
  /** For `waiting`: the gates that do not hold during this stretch. Empty: none, it waits for its turn to stop. */
  readonly waitsFor?: readonly { readonly on: ContainerKey; readonly condition: GateCondition }[];
}

export interface Gate {
  readonly on: ContainerKey;
  readonly condition: GateCondition;
  readonly origin: GateOrigin;
  /** Where its cause stands in the task definition; empty for Service Connect. */
  readonly path: Path;
  /** When it came to hold, for good as far as the container's start goes. Absent: it does not hold. */
  readonly releasedAt?: number;
  /** Part of a circle: it can never hold. */
  readonly circular?: true;
}

export interface Probe {
  /** When the check began. */
  readonly at: number;
  readonly passed: boolean;
  /** A failure in the start period before the first pass: it does not count. */
  readonly forgiven?: boolean;
}

export interface ContainerRun {
  readonly key: ContainerKey;
  /** As in the text; empty when it has none. */
  readonly name: string;
  /** Its place in `containerDefinitions`; -1 for one that ECS adds. */
  readonly index: number;
  readonly essential: boolean;
  readonly hasHealthCheck: boolean;
  readonly spans: readonly Span[];
  readonly gates: readonly Gate[];
  readonly probes: readonly Probe[];
  readonly pullStartedAt?: number;
  /** First start. */
  readonly startedAt?: number;
  /** When it got the stop signal. */
  readonly signalledAt?: number;
  readonly stoppedAt?: number;
  readonly exitCode?: number;
  readonly restarts: number;
  /** ECS's own words for how it ended, where they are known. */
  readonly reason?: string;
}

export type TaskStatus = 'PENDING' | 'RUNNING' | 'STOPPING' | 'STOPPED';
export type HealthStatus = 'UNKNOWN' | 'HEALTHY' | 'UNHEALTHY';

export interface TaskRun {
  /** The last one ends with the run. */
  readonly spans: readonly { readonly from: number; readonly to: number; readonly status: TaskStatus }[];
  readonly runningAt?: number;
  readonly stoppingAt?: number;
  readonly stoppedAt?: number;
  /** The essential container that ended the task, or `StopTask`. */
  readonly stopCause?: ContainerKey | 'StopTask';
  readonly stopCode?: 'TaskFailedToStart' | 'EssentialContainerExited' | 'UserInitiated';
  readonly stoppedReason?: string;
  /** The task's health from `at` on: that of its essential containers. Begins at 0. */
  readonly health: readonly { readonly at: number; readonly health: HealthStatus }[];
}

/** Something in the task definition that ECS would refuse; the run shows what it can without it. */
export interface Refused {
  readonly container?: ContainerKey;
  readonly path: Path;
  readonly text: string;
}

/** What the run cannot know, or had to leave out. */
export interface Uncertainty {
  readonly kind: /** Whether a dependent of a given-up container starts depends on the list order. */
    | 'listOrder'
    /** Known for the agent on EC2 only: Fargate's is closed. */
    | 'agentOnly'
    /** Which stop code and reason ECS reports is not settled. */
    | 'stopCode'
    /** It restarts over and over until the horizon. */
    | 'endlessRestarts'
    /** Too many events: the run ends early. */
    | 'cutShort';
  readonly container?: ContainerKey;
  readonly at?: number;
  readonly text: string;
}

export interface Run {
  readonly events: readonly RunEvent[];
  /** In list order; what ECS adds comes last. */
  readonly containers: readonly ContainerRun[];
  readonly task: TaskRun;
  /** Where the run ends: the task is STOPPED, or the horizon. */
  readonly endsAt: number;
  readonly refused: readonly Refused[];
  readonly uncertain: readonly Uncertainty[];
}
