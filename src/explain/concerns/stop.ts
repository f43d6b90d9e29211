/** Whose end ends the task, and how long a stop may take. */
import { type Concern, type ConcernPlace, called, placeIn } from './concern.ts';

/** `essential` says who the task is there for; stopTimeout and restartPolicy what else becomes of a container that ends. */
export const stop: Concern = {
  id: 'stop',
  title: 'Stop behaviour',
  question: 'Whose end ends the task?',
  facts({ graph }) {
    const settled: ConcernPlace[] = [];
    const missing: ConcernPlace[] = [];
    const essential = graph.containers.filter(({ definition }) => definition.essential !== false);
    for (const container of graph.containers) {
      const { essential: written, restartPolicy, stopTimeout } = container.definition;
      const name = called(container);
      const isEssential = written !== false;
      settled.push(
        placeIn(
          container,
          ['essential'],
          isEssential
            ? `${name} takes the task with it when it ends${written === undefined ? ' (the default)' : ''}`
            : `${name} may end; the task goes on`,
        ),
      );
      if (restartPolicy?.enabled) {
        settled.push(placeIn(container, ['restartPolicy'], `${name} is restarted in place when it ends`));
      }
      if (stopTimeout !== undefined) {
        settled.push(
          placeIn(container, ['stopTimeout'], `${name} has ${stopTimeout} s between SIGTERM and SIGKILL`),
        );
      }
      if (isEssential && container.role === 'init') {
        missing.push(
          placeIn(
            container,
            ['essential'],
            `${name} is meant to end, and is essential: its end stops the task`,
          ),
        );
      }
      if (!isEssential && container.role !== 'init' && !restartPolicy?.enabled) {
        missing.push(
          placeIn(
            container,
            ['restartPolicy'],
            `when ${name} ends, nobody restarts it and the task runs on without it`,
          ),
        );
      }
    }
    const [first] = graph.containers;
    if (first !== undefined && essential.length === 0) {
      missing.push(placeIn(first, ['essential'], 'no container is essential: ECS refuses the task'));
    }
    return { settled, missing, nodes: essential.map(({ key }) => key), edges: [] };
  },
};
