/** What the rules about file systems share: their examples, and the directory of an access point. */
import type { Path } from '../../model/path.ts';
import type { Complaint } from '../rule.ts';
import { fargate, TASK_ROLE } from './examples.ts';
import { quote } from './words.ts';

/** An EFS file system. */
export const FILE_SYSTEM = 'fs-0123456789abcdef0';
/** A container that mounts the volume `data`. */
export const mounted = { mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] };
/** Encryption in transit, switched on. */
export const encrypted = { transitEncryption: 'ENABLED' };

/** A task whose one container mounts a volume with these members. */
export function withVolume(members: object, task: object = {}): unknown {
  return fargate({ taskRoleArn: TASK_ROLE, volumes: [{ name: 'data', ...members }], ...task }, mounted);
}

/** The same with an EFS volume. */
export function efs(members: object, task?: object): unknown {
  return withVolume({ efsVolumeConfiguration: { fileSystemId: FILE_SYSTEM, ...members } }, task);
}

/** The same with an S3 Files volume. */
export function s3(members: object, task?: object): unknown {
  const fileSystemArn = `arn:aws:s3files:eu-central-1:111122223333:file-system/${FILE_SYSTEM}`;
  return withVolume({ s3filesVolumeConfiguration: { fileSystemArn, ...members } }, task);
}

/** An access point fixes the directory: a volume that uses one names none, or `/`. */
export function* rootOfAccessPoint(
  called: string,
  directory: string | undefined,
  path: Path,
): Generator<Complaint> {
  if (directory === undefined || directory === '/') return;
  yield {
    path,
    message: `The volume ${called} has an access point and the directory ${quote(directory)}, but the access point fixes the directory: leave "rootDirectory" out.`,
    fix: { label: 'Remove rootDirectory', safe: true, edits: [{ op: 'remove', path }] },
  };
}
