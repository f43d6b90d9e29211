import { roleLabel } from '../../src/model/roleLabel.ts';
import { roleIcon } from '../ui/roleIcon.ts';
import type { SubjectHeadProps } from './SubjectHead.tsx';
import { calledOf } from './special/subjects.ts';
import type { Subject } from './subject.ts';

/** How what is inspected is headed: its sign, its name, what it is. */
export function headOf(subject: Subject): Omit<SubjectHeadProps, 'actions'> {
  switch (subject.kind) {
    case 'task':
      return { icon: 'tidy', title: 'Task', chip: 'All containers' };
    case 'container':
      return {
        icon: roleIcon[subject.node.role],
        title: calledOf(subject.node, 'Container'),
        chip: roleLabel[subject.node.role],
      };
    case 'volume':
      return { icon: 'volume', title: subject.node.name || 'A volume without a name', chip: 'Volume' };
    case 'log':
      return { icon: 'logs', title: subject.node.title, chip: 'Log destination' };
    case 'note':
      return { icon: 'note', title: 'Note', chip: 'Canvas' };
    case 'several':
      return {
        icon: 'cache',
        title: `${subject.containers.length + subject.others.length} selected`,
        chip: subject.others.length === 0 ? 'Containers' : 'Several',
      };
    case 'dependency':
      return { icon: 'link', title: 'Dependency', chip: subject.edge.condition };
    case 'mount':
      return { icon: 'volume', title: 'Mount', chip: subject.edge.readOnly ? 'Read-only' : 'Read and write' };
    case 'route':
      return { icon: 'logs', title: 'Log route', chip: subject.route.driver };
    default:
      return subject satisfies never;
  }
}
