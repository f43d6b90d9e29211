/** The rights that reading one secret takes, whatever asks for it. */
import { arnOf, secretTarget } from './arns.ts';
import type { Need, Reason } from './feature.ts';
import type { Surroundings } from './surroundings.ts';

const REFERENCED = '/aws/reference/secretsmanager/';

/** Needs of the execution role for one `valueFrom`; none for a text that is neither an ARN nor a name. */
export function* secretNeeds(
  at: Surroundings,
  valueFrom: string | undefined,
  reason: Reason,
): Generator<Need> {
  const target = secretTarget(at, valueFrom);
  if (target === undefined) return;
  const action = target.store === 'secretsManager' ? 'secretsmanager:GetSecretValue' : 'ssm:GetParameters';
  yield { role: 'execution', actions: [action], resources: [target.arn], reason };
  const [, partition, service, region = '', owner = ''] = target.arn.split(':');
  // The key aws/secretsmanager cannot be shared, so a secret of another account has a customer key, of that account.
  if (service === 'secretsmanager' && /^\d{12}$/.test(owner) && isOther(owner, at)) {
    yield {
      role: 'execution',
      actions: ['kms:Decrypt'],
      resources: [`arn:${partition}:kms:${region}:${owner}:key/*`],
      condition: { StringEquals: { 'kms:ViaService': `secretsmanager.${region}.amazonaws.com` } },
      reason,
    };
  }
  const referenced = target.arn.split(REFERENCED)[1];
  if (referenced) {
    yield {
      role: 'execution',
      actions: ['secretsmanager:GetSecretValue'],
      resources: [arnOf(at, 'secretsmanager', `secret:${referenced}-??????`)],
      reason,
    };
  }
}

function isOther(owner: string, { account }: Surroundings): boolean {
  return /^\d{12}$/.test(account) && account !== owner;
}
