/** Secrets of Secrets Manager and parameters of Parameter Store, by what `valueFrom` says. */
import type { List } from '../../model/collections.ts';
import { items } from '../../model/list.ts';
import type { Path } from '../../model/path.ts';
import { Code, type TsValue, tsString, tsValue } from '../write/tsText.ts';
import type { Scope } from './scope.ts';

/** `arn:…:secret:name-AbCdEf`, then perhaps `:json-key:version-stage:version-id`. */
const SECRET = /^(arn:[\w-]+:secretsmanager:[\w-]+:\d+:secret:([^:]+))(?::([^:]*):([^:]*):([^:]*))?$/;
const PARAMETER_ARN = /^arn:[\w-]+:ssm:[\w-]+:\d+:parameter\/(.+)$/;
const PARAMETER_NAME = /^[\w./-]+$/;

/** Secrets by the names of their variables; as they are where one of them has no construct. */
export function secretMap(
  list: List<{ readonly name?: string; readonly valueFrom?: string }> | undefined,
  at: Path,
  scope: Scope,
): TsValue | undefined {
  const secrets = items(list).map(([{ name = '', valueFrom = '' }]) => [name, valueFrom] as const);
  if (list === undefined || secrets.length === 0) return undefined;
  const sound = secrets.every(
    ([name, from]) => name !== '' && [SECRET, PARAMETER_ARN, PARAMETER_NAME].some((form) => form.test(from)),
  );
  if (!sound || new Set(secrets.map(([name]) => name)).size < secrets.length) {
    scope.override(at, list as never);
    return undefined;
  }
  return Object.fromEntries(secrets.map(([name, from]) => [name, secretCode(from, scope)]));
}

function secretCode(valueFrom: string, scope: Scope): Code {
  const found = SECRET.exec(valueFrom);
  if (found === null) return new Code(`ecs.Secret.fromSsmParameter(${parameter(valueFrom, scope)})`);
  const [, arn = '', name = '', key = '', versionStage = '', versionId = ''] = found;
  const secret = scope.import(arn, `${name.replace(/-\w{6}$/, '')}-secret`, (id) => {
    const from = /-[A-Za-z0-9]{6}$/.test(name) ? 'fromSecretCompleteArn' : 'fromSecretPartialArn';
    return `${scope.use('secretsmanager')}.Secret.${from}(this, ${id}, ${tsString(arn)})`;
  });
  const field = key === '' ? '' : `, ${tsString(key)}`;
  if (versionStage === '' && versionId === '')
    return new Code(`ecs.Secret.fromSecretsManager(${secret}${field})`);
  const version = tsValue({ versionStage: versionStage || undefined, versionId: versionId || undefined });
  return new Code(`ecs.Secret.fromSecretsManagerVersion(${secret}, ${version}${field})`);
}

function parameter(valueFrom: string, scope: Scope): string {
  const name = PARAMETER_ARN.exec(valueFrom)?.[1];
  return scope.import(valueFrom, `${name ?? valueFrom}-parameter`, (id) =>
    name === undefined
      ? `${scope.use('ssm')}.StringParameter.fromSecureStringParameterAttributes(this, ${id}, ${tsValue({ parameterName: valueFrom })})`
      : `${scope.use('ssm')}.StringParameter.fromStringParameterArn(this, ${id}, ${tsString(valueFrom)})`,
  );
}
