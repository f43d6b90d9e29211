/** What the user says that the code of a task calls: the definition cannot tell. */
import type { NamedContainer } from '../model/namedContainers.ts';
import type { Need, Subject } from './feature.ts';

/** Actions of one container's own code, with the resources that they touch. */
export interface Call {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

export interface Needs {
  /** ECS Exec is wanted: somebody will open a shell in a running container. */
  readonly exec?: boolean;
  /** By container: its node key without `container:`. What the task does not have is passed over. */
  readonly calls?: Readonly<Record<string, readonly Call[]>>;
  /** ARNs of the customer managed keys that encrypt what ECS reads for the task. */
  readonly keys?: readonly string[];
}

const EXEC_ACTIONS = [
  'ssmmessages:CreateControlChannel',
  'ssmmessages:CreateDataChannel',
  'ssmmessages:OpenControlChannel',
  'ssmmessages:OpenDataChannel',
];

/** The needs of the task role that follow from what the user says. ECS Exec: Developer Guide, read 2026-11-23. */
export function* ownNeeds(
  { containers }: Subject,
  { exec, calls = {} }: Needs,
): Generator<{ readonly id: string; readonly need: Need }> {
  if (exec) {
    yield {
      id: 'ecs-exec',
      need: {
        role: 'task',
        actions: EXEC_ACTIONS,
        resources: ['*'],
        reason: { name: '', path: [], text: 'ECS Exec' },
      },
    };
  }
  for (const container of containers) {
    const name = container.key.slice('container:'.length);
    const own = Object.hasOwn(calls, name) ? (calls[name] ?? []) : [];
    for (const { actions, resources } of own) {
      if (actions.length === 0) continue;
      yield {
        id: 'own-calls',
        need: {
          role: 'task',
          actions,
          resources: resources.length === 0 ? ['*'] : resources,
          reason: ownReason(container),
        },
      };
    }
  }
}

function ownReason({ key, name, index }: NamedContainer): Need['reason'] {
  return { node: key, name, path: ['containerDefinitions', index], text: 'its own code' };
}
