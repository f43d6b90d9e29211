/** What the user says that the code of a task calls: the definition cannot tell. */
import type { NamedContainer } from '../model/namedContainers.ts';
import { logGroupArn } from './arns.ts';
import type { Need, Subject } from './feature.ts';
import type { Surroundings } from './surroundings.ts';

/** Actions of one container's own code, with the resources that they touch. */
export interface Call {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** What `executeCommandConfiguration` of the cluster names: a log group, a bucket, a KMS key. All may be absent. */
export interface ExecLog {
  readonly group?: string;
  readonly bucket?: string;
  /** The ARN of the key that encrypts the session. */
  readonly key?: string;
}

export interface Needs {
  /** ECS Exec is wanted: somebody will open a shell in a running container. */
  readonly exec?: boolean;
  /** Where the cluster records what is typed in ECS Exec. */
  readonly execLog?: ExecLog;
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
  { containers, at }: Subject,
  { exec, execLog = {}, calls = {} }: Needs,
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
  if (exec) for (const need of recording(execLog, at)) yield { id: 'ecs-exec-log', need };
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

/** What writing down a session takes. Source: AWS CDK, enableExecuteCommand of a service, read 2026-11-23. */
function* recording({ group, bucket, key }: ExecLog, at: Surroundings): Generator<Need> {
  const reason = { name: '', path: [], text: 'sessions of ECS Exec are recorded' };
  const allow = (actions: readonly string[], resource: string): Need => ({
    role: 'task',
    actions,
    resources: [resource],
    reason,
  });
  if (group) {
    yield allow(['logs:DescribeLogGroups'], '*');
    yield allow(
      ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
      `${logGroupArn(at, group)}:*`,
    );
  }
  if (bucket) {
    const arn = `arn:${at.partition}:s3:::${bucket}`;
    yield allow(['s3:GetBucketLocation'], '*');
    yield allow(['s3:PutObject'], `${arn}/*`);
    yield allow(['s3:GetEncryptionConfiguration'], arn);
  }
  if (key) yield allow(['kms:Decrypt', 'kms:GenerateDataKey'], key);
}

function ownReason({ key, name, index }: NamedContainer): Need['reason'] {
  return { node: key, name, path: ['containerDefinitions', index], text: 'its own code' };
}
