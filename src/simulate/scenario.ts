/** How the containers of a task behave in one run. Sparse: what is not said comes from defaults by role. Seconds. */

export interface Behaviour {
  /** From the moment all its gates hold until its image is there. */
  readonly pullSeconds?: number;
  /** From the end of the pull until RUNNING. */
  readonly startSeconds?: number;
  /** Leaves by itself so long after each start. */
  readonly exits?: Exit;
  /** The same per run; the last entry repeats; `null` stays. */
  readonly exitsByRun?: readonly (Exit | null)[];
  /** The process answers from then on after each start; the probes of its health check find out when. */
  readonly readyAfterSeconds?: number;
  /** Reported HEALTHY exactly so long after each start, whatever the probes. */
  readonly healthyAfterSeconds?: number;
  /**
   * Stops answering (with probes), or reported UNHEALTHY (with `healthyAfterSeconds` or `neverHealthy`), so long after
   * each start.
   */
  readonly unhealthyAfterSeconds?: number;
  readonly neverHealthy?: boolean;
  /**
   * How long a failing check takes, at most the check's timeout. Default: 0 as long as the process has never answered
   * (the connection is refused), the whole timeout once it has stopped answering.
   */
  readonly failingCheckSeconds?: number;
  /** Its image cannot be had: the pull takes its time and fails. */
  readonly pullFails?: boolean;
  /** The runtime refuses to start it. */
  readonly cannotStart?: boolean;
  /** It starts once; a restart by its policy is refused, and its exit stands. */
  readonly cannotRestart?: boolean;
  /** After the stop signal it leaves after so many seconds with that code. */
  readonly sigtermExit?: Exit;
  /** It must be killed: exit code 137 at stopTimeout. */
  readonly ignoresSigterm?: boolean;
  /** How much a duration varies from run to run; the duration itself is the planned one. */
  readonly ranges?: Readonly<Partial<Record<RangedDuration, Range>>>;
}

/** The durations that may vary: those of the behaviour, and the seconds of its two exits. */
export type RangedDuration =
  | 'pullSeconds'
  | 'startSeconds'
  | 'readyAfterSeconds'
  | 'healthyAfterSeconds'
  | 'exits'
  | 'sigtermExit';

/** From a minimum to a maximum, in seconds. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

export interface Exit {
  readonly afterSeconds: number;
  readonly code: number;
}

/** A behaviour with everything said: what the simulator runs on. Nonsense durations are replaced by defaults. */
export interface FullBehaviour {
  readonly pullSeconds: number;
  readonly startSeconds: number;
  /** Per run, the last entry repeats; never empty. `null` stays. */
  readonly exitsByRun: readonly (Exit | null)[];
  readonly readyAfterSeconds: number;
  readonly healthyAfterSeconds: number | undefined;
  readonly unhealthyAfterSeconds: number | undefined;
  readonly neverHealthy: boolean;
  readonly failingCheckSeconds: number | undefined;
  readonly pullFails: boolean;
  readonly cannotStart: boolean;
  readonly cannotRestart: boolean;
  readonly sigtermExit: Exit;
  readonly ignoresSigterm: boolean;
}

export interface Environment {
  /**
   * Docker 25 and later probe every 5 s inside a start period until the first check passes; default 'docker25'. The
   * newest also cuts a wait short, so that a check falls on the end of the start period.
   */
  readonly healthProbes?: 'docker25' | 'newest' | 'older';
  /** ECS_PULL_DEPENDENT_CONTAINERS_UPFRONT; default false. */
  readonly pullUpfront?: boolean;
  /** ECS_IMAGE_PULL_BEHAVIOR is `always` or `once`: an image that cannot be pulled stops the whole task; default false. */
  readonly strictPull?: boolean;
  /** Service Connect adds a proxy that everybody waits for; default false. */
  readonly serviceConnect?: boolean;
  /** The agent notices health and startTimeout every 5 s only, as it really does on EC2; default false: at once. */
  readonly agentPolling?: boolean;
  /** ECS_CONTAINER_STOP_TIMEOUT of the host, in seconds; default 30. */
  readonly hostStopTimeout?: number;
  /** Who started the task; default 'service'. */
  readonly launchedBy?: 'service' | 'standalone';
}

export interface Scenario {
  readonly id: string;
  readonly name: string;
  /** By container name; the second container of a name is `app#2`. A `#` in a name is written `##`. */
  readonly behaviours: Readonly<Record<string, Behaviour>>;
  readonly environment: Environment;
  /** Predicates of `src/expect` that the run should satisfy. */
  readonly expectations: readonly { readonly id: string; readonly args: Readonly<Record<string, unknown>> }[];
  /** When StopTask is called; absent: never. */
  readonly stopRequestedAt?: number;
  readonly horizonSeconds: number;
}
