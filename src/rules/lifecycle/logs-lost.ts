import { items } from '../../model/list.ts';
import type { Reading } from '../../model/reading.ts';
import { type LogLossWindow, logLoss } from '../../simulate/logLoss.ts';
import { containerOf } from '../../simulate/stateAt.ts';
import type { Fix } from '../rule.ts';
import { fargate } from '../terms/examples.ts';
import { ROUTED, router } from '../terms/firelens.ts';
import { seconds } from '../terms/seconds.ts';
import { from } from '../terms/sources.ts';
import { quote } from '../terms/words.ts';
import type { LifecycleRule } from './lifecycleRule.ts';

const CHECKED = { healthCheck: { command: ['CMD-SHELL', 'exit 0'], interval: 5 }, startTimeout: 60 };
const on = (condition: string) => ({ dependsOn: [{ containerName: 'sidecar', condition }] });

/** Seconds in which a container writes logs and its router takes none. */
export const logsLostRule: LifecycleRule = {
  id: 'logs-lost',
  severity: 'warning',
  title: 'Log lines are lost for some seconds',
  why: 'A container that logs through FireLens hands its lines to the router. While that is not ready, or is gone already, they wait in a small buffer, and what does not fit there is lost.',
  source: from('amazon-ecs-agent, addFirelensContainerDependency', 'https://github.com/aws/amazon-ecs-agent'),
  examples: {
    good: [
      {
        title: 'It waits until the router is healthy',
        task: fargate({}, { ...ROUTED, ...on('HEALTHY') }, { ...router(), ...CHECKED }),
      },
      { title: 'ECS lets it wait for the start of the router', task: fargate({}, ROUTED, router()) },
    ],
    bad: [
      {
        title: 'The router has started and is not healthy yet',
        task: fargate({}, ROUTED, { ...router(), ...CHECKED }),
      },
      {
        title: 'The router dies, and the app goes on',
        task: fargate({}, ROUTED, { ...router(), essential: false }),
        behaviours: { sidecar: { exits: { afterSeconds: 60, code: 1 } } },
      },
    ],
  },
  *check({ reading, run }) {
    for (const window of logLoss(reading.task, run)) {
      const { container, router: routerKey, from: since, to, closedBy } = window;
      const writer = containerOf(run, container);
      const deaf = containerOf(run, routerKey);
      if (!writer || !deaf || writer.index < 0) continue;
      const fix = closingEdge(reading, window);
      const advice = closedBy
        ? ` Let ${quote(writer.name)} wait for ${quote(deaf.name)} with ${closedBy.condition}.`
        : '';
      yield {
        path: ['containerDefinitions', writer.index, closedBy ? 'dependsOn' : 'logConfiguration'],
        container,
        at: since,
        until: to,
        message: `From ${seconds(since)} to ${seconds(to)} nobody takes the log lines of ${quote(writer.name)}: the log router ${quote(deaf.name)} ${reasonWords(window)}.${advice}`,
        ...(fix && { fix }),
      };
    }
  },
};

function reasonWords({ reason }: LogLossWindow): string {
  switch (reason) {
    case 'notStarted':
      return 'has not started';
    case 'notHealthy':
      return 'runs, but has not passed its health check yet';
    case 'unhealthy':
      return 'is unhealthy';
    case 'restarting':
      return 'is being restarted';
    case 'stopped':
      return 'has ended';
    default:
      return reason satisfies never;
  }
}

/** The edge that closes the window, written where the containers can be told by their names. */
function closingEdge({ task }: Reading, { closedBy }: LogLossWindow): Fix | undefined {
  if (!closedBy) return undefined;
  const { waits, on: target, condition } = closedBy;
  const containers = items(task.containerDefinitions);
  const waiting = containers.filter(([{ name }]) => name === waits);
  const [one] = waiting;
  if (!one || waiting.length > 1 || containers.filter(([{ name }]) => name === target).length !== 1)
    return undefined;
  const [definition, index] = one;
  const list = ['containerDefinitions', index, 'dependsOn'];
  const before = items(definition.dependsOn).find(([{ containerName }]) => containerName === target);
  return {
    label: `Let ${quote(waits)} wait for ${quote(target)} with ${condition}`,
    safe: false,
    edits: before
      ? [{ op: 'set', path: [...list, before[1], 'condition'], value: condition }]
      : [
          {
            op: 'insert',
            path: [...list, definition.dependsOn?.length ?? 0],
            value: { containerName: target, condition },
          },
        ],
  };
}
