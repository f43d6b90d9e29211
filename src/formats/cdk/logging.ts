/** Log drivers and the router of FireLens as constructs. */
import type { ContainerDefinition, FirelensConfiguration } from '../../model/containerDefinition.ts';
import type { Path } from '../../model/path.ts';
import { Code, type TsValue, tsString, tsValue } from '../write/tsText.ts';
import type { Scope } from './scope.ts';
import { secretMap } from './secrets.ts';

const AWSLOGS = new Set(['awslogs-group', 'awslogs-region', 'awslogs-stream-prefix']);

export function logging({ logConfiguration }: ContainerDefinition, at: Path, scope: Scope): Code | undefined {
  if (logConfiguration === undefined) return undefined;
  const { logDriver, options = {}, secretOptions } = logConfiguration;
  const place = [...at, 'logConfiguration'];
  if (logDriver === undefined) {
    scope.override(place, logConfiguration as never);
    return undefined;
  }
  const { 'awslogs-group': group, 'awslogs-stream-prefix': streamPrefix, 'awslogs-region': region } = options;
  const plainLogs =
    logDriver === 'awslogs' &&
    secretOptions === undefined &&
    Object.keys(options).every((key) => AWSLOGS.has(key));
  if (plainLogs && group && streamPrefix) {
    if (region !== undefined)
      scope.lose(
        [...place, 'options', 'awslogs-region'],
        `awslogs-region is the region of the stack here, not ${region}.`,
      );
    const logGroup = scope.import(
      `log group ${group}`,
      `${group}-logs`,
      (id) => `${scope.use('logs')}.LogGroup.fromLogGroupName(this, ${id}, ${tsString(group)})`,
    );
    const props = { streamPrefix, logGroup: new Code(logGroup) };
    return new Code(`ecs.LogDrivers.awsLogs(${tsValue(props)})`);
  }
  const props = {
    options: Object.keys(options).length === 0 ? undefined : { ...options },
    secretOptions: secretMap(secretOptions, [...place, 'secretOptions'], scope),
  };
  return new Code(
    logDriver === 'awsfirelens'
      ? `ecs.LogDrivers.firelens(${tsValue(props)})`
      : `new ecs.GenericLogDriver(${tsValue({ logDriver, ...props })})`,
  );
}

/** The construct knows three options, and sets the first where it is missing. */
export function firelens(
  { type = 'fluentbit', options }: FirelensConfiguration,
  at: Path,
  scope: Scope,
): TsValue {
  const kind = new Code(`ecs.FirelensLogRouterType.${type.toUpperCase()}`);
  if (options === undefined) return { type: kind };
  const {
    'enable-ecs-log-metadata': metadata,
    'config-file-type': file,
    'config-file-value': value,
  } = options;
  const known = ['enable-ecs-log-metadata', 'config-file-type', 'config-file-value'];
  const s3 = /arn:aws[a-zA-Z-]*:s3:::.+/.test(value ?? '');
  const fits =
    Object.keys(options).every((key) => known.includes(key)) &&
    (metadata === 'true' || metadata === 'false') &&
    (file === undefined ? value === undefined : file === (s3 ? 's3' : 'file') && Boolean(value));
  if (!fits) {
    scope.override([...at, 'options'], { ...options });
    return { type: kind };
  }
  return {
    type: kind,
    options: {
      enableECSLogMetadata: metadata === 'true',
      configFileType: file && new Code(`ecs.FirelensConfigFileType.${file.toUpperCase()}`),
      configFileValue: value,
    },
  };
}
