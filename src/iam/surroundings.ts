/** Partition, Region and account of a task, as far as its own ARNs tell. */
import type { TaskDefinition } from '../model/taskDefinition.ts';

/** What stands in an ARN where the definition does not say it. */
export const UNKNOWN = { region: '<region>', account: '<account-id>' } as const;

export interface Surroundings {
  /** `aws`, `aws-cn`, `aws-us-gov`. */
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

const ARN = /^arn:(aws[a-z-]*):[a-z0-9-]+:([a-z0-9-]*):(\d{12})?:/;

/** Read from the first ARN that says each: roles, then secrets, then log regions and images. Placeholders where none does. */
export function surroundingsOf(task: TaskDefinition): Surroundings {
  const texts = textsOf(task);
  let partition: string | undefined;
  let region: string | undefined;
  let account: string | undefined;
  for (const text of texts) {
    const arn = ARN.exec(text);
    partition ??= arn?.[1];
    region ??= arn?.[2] || undefined;
    account ??= arn?.[3];
    const image = ecrImage(text);
    region ??= image?.region;
    account ??= image?.account;
  }
  const logRegion = task.containerDefinitions
    ?.map((container) => container?.logConfiguration?.options?.['awslogs-region'])
    .find((value) => value !== undefined && isRegion(value));
  region ??= logRegion;
  return {
    partition: partition ?? partitionOf(region),
    region: region ?? UNKNOWN.region,
    account: account ?? UNKNOWN.account,
  };
}

/** The parts of a reference to a private repository of Amazon ECR; nothing for any other image. */
export function ecrImage(
  image: string,
): { readonly account: string; readonly region: string; readonly repository: string } | undefined {
  const found =
    /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|on\.aws)\/([^:@]+)/.exec(
      image,
    );
  return found?.[1] && found[2] && found[3]
    ? { account: found[1], region: found[2], repository: found[3] }
    : undefined;
}

/** The partition that a Region lies in; the public one when the Region is unknown. */
export function partitionOf(region: string | undefined): string {
  if (region?.startsWith('cn-')) return 'aws-cn';
  return region?.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

function isRegion(text: string): boolean {
  return /^[a-z]{2}(-[a-z]+)+-\d$/.test(text);
}

function textsOf(task: TaskDefinition): readonly string[] {
  const texts: (string | undefined)[] = [task.executionRoleArn, task.taskRoleArn];
  for (const container of task.containerDefinitions ?? []) {
    for (const secret of container?.secrets ?? []) texts.push(secret?.valueFrom);
    for (const secret of container?.logConfiguration?.secretOptions ?? []) texts.push(secret?.valueFrom);
    texts.push(container?.repositoryCredentials?.credentialsParameter, container?.image);
  }
  for (const volume of task.volumes ?? []) texts.push(volume?.s3filesVolumeConfiguration?.fileSystemArn);
  return texts.filter((text): text is string => text !== undefined);
}
