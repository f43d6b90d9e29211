/** Who may start when. */
import type { ContainerNode, Graph } from '../../model/graph.ts';
import { type Concern, type ConcernPlace, called, placeIn } from './concern.ts';

const UNTIL = {
  START: 'has started',
  COMPLETE: 'has exited',
  SUCCESS: 'has exited with 0',
  HEALTHY: 'is HEALTHY',
  CREATE: 'has been created',
} as const;

/** Start order comes from dependsOn, and readiness from the health check that HEALTHY asks. */
export const start: Concern = {
  id: 'start',
  title: 'Start order',
  question: 'Who may start when?',
  facts({ graph }) {
    const { containers, dependencies } = graph;
    const byKey = new Map(containers.map((one) => [one.key, one]));
    const settled: ConcernPlace[] = [];
    const missing: ConcernPlace[] = [];
    for (const { from, to, condition, path, addedBy } of dependencies) {
      const [awaited, waits] = [byKey.get(from), byKey.get(to)];
      if (awaited === undefined || waits === undefined) continue;
      const by = addedBy === undefined ? '' : ', which ECS adds by itself';
      settled.push({
        path,
        node: to,
        field: addedBy === undefined ? 'dependsOn' : String(path[2] ?? 'dependsOn'),
        text: `${called(waits)} starts when ${called(awaited)} ${UNTIL[condition]}${by}`,
      });
    }
    for (const container of containers) {
      const conditions = dependencies
        .filter(({ from }) => from === container.key)
        .map(({ condition }) => condition);
      const { healthCheck, startTimeout } = container.definition;
      if (conditions.includes('HEALTHY') && healthCheck !== undefined) {
        const { interval = 30 } = healthCheck;
        settled.push(
          placeIn(
            container,
            ['healthCheck'],
            `${called(container)} is ready when its check passes, asked every ${interval} s`,
          ),
        );
      }
      if (conditions.includes('HEALTHY') && healthCheck === undefined) {
        missing.push(
          placeIn(
            container,
            ['healthCheck'],
            `${called(container)} is to be HEALTHY and has no check: it can never be`,
          ),
        );
      }
      const mayHang = conditions.some((one) => one === 'HEALTHY' || one === 'SUCCESS' || one === 'COMPLETE');
      if (mayHang && startTimeout !== undefined) {
        settled.push(
          placeIn(
            container,
            ['startTimeout'],
            `who waits for ${called(container)} gives up after ${startTimeout} s`,
          ),
        );
      } else if (mayHang) {
        missing.push(
          placeIn(
            container,
            ['startTimeout'],
            `nobody gives up on ${called(container)}: the task may stay PENDING`,
          ),
        );
      }
    }
    missing.push(...unawaited(graph));
    const written = dependencies.filter(({ addedBy }) => addedBy === undefined);
    const [first] = containers;
    if (containers.length > 1 && written.length === 0 && first !== undefined) {
      missing.push(placeIn(first, ['dependsOn'], 'no dependsOn anywhere: all containers start at once'));
    }
    return {
      settled,
      missing,
      nodes: [...new Set(dependencies.flatMap(({ from, to }) => [from, to]))],
      edges: dependencies.map(({ key }) => key),
    };
  },
};

/** Init containers for whose work nobody waits. */
function unawaited({ containers, dependencies }: Graph): ConcernPlace[] {
  const awaited = new Set(
    dependencies.filter(({ condition }) => condition !== 'START').map(({ from }) => from),
  );
  return containers
    .filter((one: ContainerNode) => one.role === 'init' && !awaited.has(one.key) && containers.length > 1)
    .map((one) => placeIn(one, ['name'], `nobody waits for ${called(one)} to be done`));
}
