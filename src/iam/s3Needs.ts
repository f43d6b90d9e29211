/** The rights that reading one file from S3 takes. */
import { s3Object } from './arns.ts';
import type { Need, Reason, RoleKind } from './feature.ts';

/** Needs for one file by its ARN; none for a text that is no ARN of an object. */
export function* fileNeeds(role: RoleKind, arn: string | undefined, reason: Reason): Generator<Need> {
  const file = s3Object(arn);
  if (file === undefined) return;
  yield { role, actions: ['s3:GetObject'], resources: [file.object], reason };
  yield { role, actions: ['s3:GetBucketLocation'], resources: [file.bucket], reason };
}
