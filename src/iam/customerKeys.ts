/** What reading something takes that is encrypted with a key of one's own: the definition does not say which key. */
import type { Need } from './feature.ts';
import type { Surroundings } from './surroundings.ts';

/** By the action that reads: the service that uses the key, as `kms:ViaService` names it. */
const READS: Readonly<Record<string, string>> = {
  'secretsmanager:GetSecretValue': 'secretsmanager',
  'ssm:GetParameters': 'ssm',
  's3:GetObject': 's3',
};

/**
 * `kms:Decrypt` on the keys for each need of the execution role that reads a secret, a parameter or a file, through that
 * service alone. None without keys. Log groups and EFS need none of the task: there the service itself uses the key.
 * Source: Amazon ECS Developer Guide, task execution IAM role, read 2026-11-23.
 */
export function* keyNeeds(
  needs: readonly Need[],
  keys: readonly string[],
  { region }: Surroundings,
): Generator<Need> {
  if (keys.length === 0) return;
  for (const { role, actions, resources, reason } of needs) {
    if (role !== 'execution') continue;
    const service = actions.map((action) => READS[action]).find((one) => one !== undefined);
    if (service === undefined) continue;
    const at = resources[0]?.split(':')[3] || region;
    yield {
      role,
      actions: ['kms:Decrypt'],
      resources: keys,
      condition: { StringEquals: { 'kms:ViaService': `${service}.${at}.amazonaws.com` } },
      reason,
    };
  }
}
