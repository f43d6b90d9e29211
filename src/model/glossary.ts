/** The words of ECS that a newcomer stumbles over, each explained in two or three sentences of our own. */
export interface GlossaryEntry {
  /** As it is written on screen and, where it is a member or a value, in the definition. */
  readonly term: string;
  readonly text: string;
}

/** By id. Facts: API reference of Amazon ECS and the behaviour of its open-source agent (1.105.1), read 2026-11-23. */
export const glossary = {
  task: {
    term: 'Task',
    text: 'The smallest thing that ECS starts and stops: one or more containers on one host that share a role, volumes and, with awsvpc, a network. A task definition is its plan; each registration of the plan is a new revision.',
  },
  essential: {
    term: 'Essential',
    text: 'When an essential container stops, whatever its exit code, ECS stops the whole task. A container is essential unless it says otherwise, and at least one must be.',
  },
  dependsOn: {
    term: 'dependsOn',
    text: 'A container waits until each container it depends on meets a condition; only then is it pulled, created and started. Once it runs nobody looks again. At stop the order is reversed.',
  },
  START: {
    term: 'START',
    text: 'Met when the other container is running, or has run. It does not mean that it is ready.',
  },
  COMPLETE: {
    term: 'COMPLETE',
    text: 'Met when the other container has exited, with any code. ECS refuses it for an essential container, because its exit would end the task.',
  },
  SUCCESS: {
    term: 'SUCCESS',
    text: 'Met when the other container has exited with code 0. With another code the one that waits never starts. ECS refuses it for an essential container.',
  },
  HEALTHY: {
    term: 'HEALTHY',
    text: 'Met while the other container passes its health check. ECS refuses it for a container without one.',
  },
  implicitDependency: {
    term: 'Added by ECS',
    text: 'A link makes a container wait for START of the linked one, volumesFrom for its creation, and the driver awsfirelens for START of the log router. For the router ECS adds it only as long as the router itself waits for nobody.',
  },
  healthCheck: {
    term: 'Health check',
    text: 'A command inside the container; exit code 0 passes. One pass makes it HEALTHY, several failures in a row (retries) make it UNHEALTHY. ECS ignores the HEALTHCHECK of an image.',
  },
  startPeriod: {
    term: 'Start period',
    text: 'A time after the start in which failed checks do not count. It does not put off the first check, and a check that passes counts at once.',
  },
  startTimeout: {
    term: 'Start timeout',
    text: 'How long others wait for this container to be COMPLETE, SUCCESS or HEALTHY, from its own start. When it passes, those that wait are given up with exit code 143; this container runs on unless the task stops.',
  },
  stopTimeout: {
    term: 'Stop timeout',
    text: 'How long a container has between the stop signal (SIGTERM) and the kill (SIGKILL): 30 seconds unless you say otherwise, at most 120 on Fargate. Each container counts from its own signal, so in a chain the times add up.',
  },
  restartPolicy: {
    term: 'Restart policy',
    text: 'Starts one container again, inside the same task, when it exits. It must have run for the restart attempt period first: a container that exits sooner stays stopped.',
  },
  initContainer: {
    term: 'Init container',
    text: 'A container that does some work, exits, and is waited for with SUCCESS. It must not be essential. ECS has no kind of its own for it: these two settings make it one.',
  },
  sidecar: {
    term: 'Sidecar',
    text: 'A helper that runs beside the app for as long as the app does: a proxy, a log router, a collector.',
  },
  firelens: {
    term: 'FireLens',
    text: 'A log router inside the task: one container with firelensConfiguration runs Fluent Bit or Fluentd, and every container whose log driver is awsfirelens sends it its lines. The router’s own logs need another driver.',
  },
  awslogs: {
    term: 'awslogs',
    text: 'The log driver that writes to CloudWatch Logs. On Fargate the execution role writes, and a stream prefix is needed.',
  },
  awsvpc: {
    term: 'awsvpc',
    text: 'The network mode in which a task has a network interface and an address of its own. All its containers share it and meet on 127.0.0.1, so each port can be used once. The only mode of Fargate.',
  },
  taskRole: {
    term: 'Task role',
    text: 'The IAM role of the code in the containers. All containers of the task share it, sidecars too.',
  },
  executionRole: {
    term: 'Execution role',
    text: 'The IAM role that ECS itself uses to start the task: to pull images, to fetch secrets, to write awslogs. The code in the containers does not get it.',
  },
  taskVolume: {
    term: 'Task volume',
    text: 'A volume without any kind: empty when the task starts, shared by the containers that mount it, gone when the task stops.',
  },
  mountPoint: {
    term: 'Mount',
    text: 'Where a volume of the task appears in a container, and whether the container may write to it.',
  },
  serviceConnect: {
    term: 'Service Connect',
    text: 'A proxy that ECS adds to the tasks of a service. It is not part of the task definition, but it needs named ports, and every container waits for it.',
  },
  appMesh: {
    term: 'App Mesh',
    text: 'A service mesh with Envoy, set up by proxyConfiguration. It ended on 2026-09-30; ECS Service Connect takes its place.',
  },
  cpuUnits: {
    term: 'CPU units',
    text: '1024 units are one vCPU. What a container sets aside is its share when the CPU is busy, not a limit.',
  },
  memoryLimit: {
    term: 'Memory limit',
    text: 'The hard limit of a container: beyond it the kernel kills it, exit code 137. The reservation is what is set aside for it, and may be exceeded while there is memory left.',
  },
  ephemeralStorage: {
    term: 'Ephemeral storage',
    text: 'The disk of a task on Fargate for images and volumes, gone when it stops: 20 GiB, or 21 to 200 if you ask for it.',
  },
  pending: {
    term: 'PENDING',
    text: 'The state of a task until every container runs or has exited. One container that still waits keeps the whole task there.',
  },
  exitCode137: {
    term: 'Exit code 137',
    text: 'The container was killed: out of memory, or it did not leave within its stop timeout.',
  },
  exitCode143: {
    term: 'Exit code 143',
    text: 'The container ended on the stop signal, or it never started because a condition it waited for could no longer be met.',
  },
} as const satisfies Readonly<Record<string, GlossaryEntry>>;

export type GlossaryId = keyof typeof glossary;

/** The word to look up for a member of the API; absent where none is more than the member's own help. */
const byMember: Readonly<Record<string, GlossaryId>> = {
  essential: 'essential',
  dependsOn: 'dependsOn',
  healthCheck: 'healthCheck',
  startPeriod: 'startPeriod',
  startTimeout: 'startTimeout',
  stopTimeout: 'stopTimeout',
  restartPolicy: 'restartPolicy',
  firelensConfiguration: 'firelens',
  taskRoleArn: 'taskRole',
  executionRoleArn: 'executionRole',
  networkMode: 'awsvpc',
  mountPoints: 'mountPoint',
  ephemeralStorage: 'ephemeralStorage',
  proxyConfiguration: 'appMesh',
};

/** What the glossary says about a member of a task definition, by its name in the API. */
export function termOf(member: string): GlossaryEntry | undefined {
  return Object.hasOwn(byMember, member) ? glossary[byMember[member] as GlossaryId] : undefined;
}

/** The words of the glossary that a text uses, each once, in the order of the glossary. Capitals count in ECS's own values. */
export function termsIn(text: string): readonly GlossaryEntry[] {
  return Object.values(glossary).filter(({ term }) => {
    const isValue = term === term.toUpperCase();
    const word = term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`\\b${word}\\b`, isValue ? '' : 'i').test(text);
  });
}
