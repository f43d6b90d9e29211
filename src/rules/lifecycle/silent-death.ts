import { items } from '../../model/list.ts';
import type { Reading } from '../../model/reading.ts';
import { inferRole, type Role } from '../../model/role.ts';
import { blastRadius } from '../../simulate/faults.ts';
import type { ContainerRun } from '../../simulate/run.ts';
import { containerOf } from '../../simulate/stateAt.ts';
import { fargate } from '../terms/examples.ts';
import { ROUTED, router } from '../terms/firelens.ts';
import { seconds } from '../terms/seconds.ts';
import { api } from '../terms/sources.ts';
import { quote } from '../terms/words.ts';
import type { LifecycleRule } from './lifecycleRule.ts';

const ENVOY = { image: 'docker.io/envoyproxy/envoy:v1.32.1' };
/** Whose work is needed for as long as the task runs. */
const LASTING: readonly Role[] = ['proxy', 'cache', 'database', 'telemetry'];
const WAITS = { dependsOn: [{ containerName: 'sidecar', condition: 'START' }] };

/** A helper that can die without the task noticing. */
export const silentDeathRule: LifecycleRule = {
  id: 'silent-death',
  severity: 'warning',
  title: 'A helper dies and the task goes on',
  why: 'When a non-essential container ends, ECS does nothing: the task stays RUNNING and healthy, without its proxy, its cache or its logs, until somebody notices.',
  source: api('ContainerDefinition', 'essential'),
  examples: {
    good: [
      { title: 'It is essential', task: fargate({}, WAITS, ENVOY) },
      { title: 'Nobody counts on it', task: fargate({}, {}, { ...ENVOY, essential: false }) },
      {
        title: 'It is started again',
        task: fargate({}, WAITS, { ...ENVOY, essential: false, restartPolicy: { enabled: true } }),
      },
    ],
    bad: [
      { title: 'A proxy', task: fargate({}, WAITS, { ...ENVOY, essential: false }) },
      { title: 'A log router', task: fargate({}, ROUTED, { ...router(), essential: false }) },
    ],
  },
  *check({ reading, scenario, run }) {
    const suspects = run.containers.filter(
      (container) => !container.essential && isCountedOn(reading, container),
    );
    // Every fault of every container is played: only where somebody may die in silence.
    if (suspects.length === 0) return;
    const { cells } = blastRadius(reading.task, scenario);
    for (const { key, name, index } of suspects) {
      const cell = cells.find(
        ({ container, fault, phase, outcome }) =>
          container === key &&
          fault === 'exits1' &&
          phase === 'running' &&
          (outcome === 'runsOn' || outcome === 'runsBlind'),
      );
      if (!cell || !containerOf(run, key)) continue;
      const blind = cell.outcome === 'runsBlind' ? ', and log lines are lost from then on' : '';
      const path = ['containerDefinitions', index, 'restartPolicy'];
      yield {
        path: ['containerDefinitions', index, 'essential'],
        container: key,
        at: cell.at,
        message: `If ${quote(name)} dies, at ${seconds(cell.at)} say, the task goes on without it as if nothing had happened${blind}. Give it a restart policy, or make it essential.`,
        fix: {
          label: `Restart ${quote(name)} when it ends`,
          safe: false,
          edits: [{ op: 'set', path, value: { enabled: true } }],
        },
      };
    }
  },
};

/** Whether somebody counts on the container for good, and nothing brings it back. What it is for is but a guess. */
function isCountedOn({ task }: Reading, { index, name }: ContainerRun): boolean {
  const definition = task.containerDefinitions?.[index];
  if (!definition || definition.restartPolicy?.enabled) return false;
  if (definition.firelensConfiguration) return true;
  const awaited = items(task.containerDefinitions).some(([{ dependsOn }]) =>
    items(dependsOn).some(([{ containerName }]) => containerName === name),
  );
  const counted = awaited || task.proxyConfiguration?.containerName === name;
  return counted && LASTING.includes(inferRole(definition, task));
}
