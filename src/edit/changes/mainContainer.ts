/** Which container of a task the others are there for. */
import { type NamedContainer, namedContainers } from '../../model/namedContainers.ts';
import { inferRole, type Role } from '../../model/role.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';

const LIKELY: readonly Role[] = ['app', 'webServer', 'worker', 'container', 'cache', 'database'];

/** The container that a sidecar serves: the app, else the likeliest essential one, else the first; nothing without any. */
export function mainContainer(task: TaskDefinition): NamedContainer | undefined {
  const containers = namedContainers(task);
  for (const role of LIKELY) {
    const found = containers.find(
      ({ definition }) => definition.essential !== false && inferRole(definition, task) === role,
    );
    if (found !== undefined) return found;
  }
  return containers[0];
}
