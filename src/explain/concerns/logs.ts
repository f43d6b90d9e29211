/** Where the output of each container goes. */
import type { ContainerNode, Graph, LogRoute } from '../../model/graph.ts';
import { type Concern, type ConcernPlace, called, placeIn } from './concern.ts';

/** Each container has a log driver; a FireLens router takes the output of the others and needs another way for its own. */
export const logs: Concern = {
  id: 'logs',
  title: 'Log routing',
  question: 'Where does their output go?',
  facts({ graph }) {
    const { containers, routes } = graph;
    const settled: ConcernPlace[] = [];
    const missing: ConcernPlace[] = [];
    const router = containers.find(({ definition }) => definition.firelensConfiguration !== undefined);
    for (const container of containers) {
      const { logConfiguration, firelensConfiguration, essential } = container.definition;
      const name = called(container);
      const route = routes.find(({ from, key }) => from === container.key && !key.includes('>out'));
      if (firelensConfiguration !== undefined) {
        settled.push(
          placeIn(
            container,
            ['firelensConfiguration'],
            `${name} takes the output of the others (${firelensConfiguration.type ?? 'no type'})`,
          ),
        );
        if (essential === false) {
          missing.push(
            placeIn(
              container,
              ['essential'],
              `${name} is not essential: when it ends, the others log to nobody`,
            ),
          );
        }
      }
      if (logConfiguration === undefined) {
        missing.push(
          placeIn(
            container,
            ['logConfiguration'],
            `the output of ${name} is kept nowhere that outlives the task`,
          ),
        );
      } else if (logConfiguration.logDriver === 'awsfirelens' && router === undefined) {
        missing.push(
          placeIn(
            container,
            ['logConfiguration'],
            `${name} sends to a FireLens router, and the task has none`,
          ),
        );
      } else if (logConfiguration.logDriver === 'awsfirelens' && router?.key === container.key) {
        missing.push(
          placeIn(
            container,
            ['logConfiguration'],
            `${name} logs through itself: what it says is lost when it fails`,
          ),
        );
      } else {
        settled.push(
          placeIn(
            container,
            ['logConfiguration'],
            `${name} to ${whereOf(route, graph)} by ${logConfiguration.logDriver ?? 'no driver'}`,
          ),
        );
      }
    }
    const nodes = [...new Set(routes.flatMap(({ from, to }) => [from, to]))];
    return { settled, missing, nodes, edges: routes.map(({ key }) => key) };
  },
};

function whereOf(route: LogRoute | undefined, { logs: places, containers }: Graph): string {
  const place = places.find(({ key }) => key === route?.to);
  if (place !== undefined) return [place.title, place.detail].filter(Boolean).join(' ');
  const container = containers.find((one: ContainerNode) => one.key === route?.to);
  return container === undefined ? 'nobody' : called(container);
}
