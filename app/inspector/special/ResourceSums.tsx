import { formatCpu, formatMemory, parseCpu, parseMemory } from '../../../src/model/fargateSizes.ts';
import { items } from '../../../src/model/list.ts';
import { selectNode } from '../../store/viewStore.ts';
import { useInspected } from '../InspectorContext.ts';

/** The size of the task, and how much of it its containers have set aside. */
export function ResourceSums() {
  const { task } = useInspected();
  const containers = items(task.containerDefinitions).map(([definition]) => definition);
  const memory = containers.reduce((sum, each) => sum + (each.memoryReservation ?? each.memory ?? 0), 0);
  const cpu = containers.reduce((sum, each) => sum + (each.cpu ?? 0), 0);
  const units = parseCpu(task.cpu ?? '');
  const mebibytes = parseMemory(task.memory ?? '');
  const size = [units && formatCpu(units), mebibytes && formatMemory(mebibytes)]
    .filter(Boolean)
    .join(' and ');
  return (
    <p className="inspect-quiet">
      <button type="button" className="inspect-link" onClick={() => selectNode('task')}>
        The task
      </button>{' '}
      has {size === '' ? 'no size of its own' : size}; its containers set aside {formatCpu(cpu)} and {memory}{' '}
      MiB.
    </p>
  );
}
