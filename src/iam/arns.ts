/** ARNs of what a task names, as narrow as its words allow. */
import type { Surroundings } from './surroundings.ts';

/** `*` where a name is missing or holds a placeholder. */
function nameOrAll(name: string | undefined): string {
  return name === undefined || name === '' || /[${<]/.test(name) ? '*' : name;
}

export function logGroupArn(at: Surroundings, group: string | undefined, region?: string): string {
  return `arn:${at.partition}:logs:${region || at.region}:${at.account}:log-group:${nameOrAll(group)}`;
}

/** An ARN made of the task's surroundings: `arn:P:service:R:A:rest`. */
export function arnOf(at: Surroundings, service: string, rest: string, region: string = at.region): string {
  return `arn:${at.partition}:${service}:${region}:${at.account}:${rest}`;
}

/** Bucket and object of an S3 ARN, as in `environmentFiles`; nothing when it is none. */
export function s3Object(
  arn: string | undefined,
): { readonly object: string; readonly bucket: string } | undefined {
  const found = /^(arn:[a-z-]+:s3:::)([^/]+)\/(.+)$/.exec(arn ?? '');
  return found?.[1] && found[2] && arn ? { object: arn, bucket: `${found[1]}${found[2]}` } : undefined;
}

/** What a `valueFrom` points to: the kind of store, and the ARN that a policy names. */
export interface SecretTarget {
  readonly store: 'secretsManager' | 'parameter';
  readonly arn: string;
}

/**
 * The target of a `valueFrom`. A secret's ARN loses `:json-key:stage:id`; without its six random characters it ends in
 * `-??????`. A bare name is an SSM parameter of the task's Region. API reference: Secret, read 2026-11-23.
 */
export function secretTarget(at: Surroundings, valueFrom: string | undefined): SecretTarget | undefined {
  if (valueFrom === undefined || valueFrom === '') return undefined;
  const secret = /^(arn:[a-z-]+:secretsmanager:[^:]*:[^:]*:secret:)([^:]+)/.exec(valueFrom);
  if (secret?.[1] && secret[2]) {
    return { store: 'secretsManager', arn: `${secret[1]}${fullSecretName(secret[2])}` };
  }
  if (/^arn:[a-z-]+:ssm:/.test(valueFrom)) return { store: 'parameter', arn: valueFrom };
  if (valueFrom.startsWith('arn:')) return undefined;
  return {
    store: 'parameter',
    arn: arnOf(at, 'ssm', `parameter/${nameOrAll(valueFrom).replace(/^\//, '')}`),
  };
}

function fullSecretName(name: string): string {
  return /-[A-Za-z0-9]{6}$/.test(name) || name.includes('*') ? name : `${name}-??????`;
}
