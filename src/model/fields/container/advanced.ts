/** Members of a container definition that belong nowhere else. */
import type { ContainerDefinition } from '../../containerDefinition.ts';
import { fieldsOf, on } from '../field.ts';

export const advanced = fieldsOf<
  Pick<ContainerDefinition, 'dockerLabels' | 'interactive' | 'pseudoTerminal'>
>(
  { type: 'ContainerDefinition', group: 'Advanced' },
  {
    dockerLabels: {
      kind: 'map',
      label: 'Docker labels',
      rare: true,
      help: 'Labels on the container, for programs that look at Docker: service discovery of Prometheus, the agents of Datadog and others.',
      capacities: on('y', 'y', 'y', 'y', 'c'),
      capacityNote: 'Documented as not valid for Managed Instances.',
    },
    interactive: {
      kind: 'boolean',
      label: 'Keep standard input open',
      default: false,
      rare: true,
      help: 'For programs that end when their input ends. As docker run -i.',
    },
    pseudoTerminal: {
      kind: 'boolean',
      label: 'Terminal',
      default: false,
      rare: true,
      help: 'Gives the process a terminal. As docker run -t.',
    },
  },
);
