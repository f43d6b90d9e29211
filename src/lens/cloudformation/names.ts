/**
 * The names of a task definition in CloudFormation: those of the API with a capital first letter, but for six
 * (AWS::ECS::TaskDefinition in the CloudFormation template reference, read 2026-11-23).
 */

import type { Field } from '../../model/fields/field.ts';
import { memberOf } from '../../model/fields/shape.ts';
import type { Json } from '../../model/json.ts';
import { oncePer } from '../../model/oncePer.ts';

const OTHERS: ReadonlyMap<string, string> = new Map([
  ['efsVolumeConfiguration', 'EFSVolumeConfiguration'],
  ['fsxWindowsFileServerVolumeConfiguration', 'FSxWindowsFileServerVolumeConfiguration'],
  ['s3filesVolumeConfiguration', 'S3FilesVolumeConfiguration'],
  ['iam', 'IAM'],
]);

/** The name of a member in a template. `owner` is the structure that has it: two names differ only in one place. */
export function templateName(owner: Field | undefined, member: string): string {
  if (owner?.kind === 'structure') {
    // EFS writes the id of its file system otherwise than FSx does.
    if (member === 'fileSystemId' && 'transitEncryption' in owner.fields) return 'FilesystemId';
    if (member === 'properties' && 'type' in owner.fields && 'containerName' in owner.fields)
      return 'ProxyConfigurationProperties';
    return OTHERS.get(member) ?? member.charAt(0).toUpperCase() + member.slice(1);
  }
  return member;
}

/** The members of a structure by their names in a template. */
export const membersOf = oncePer((owner: Field): ReadonlyMap<string, string> => {
  const members = owner.kind === 'structure' ? Object.keys(owner.fields) : [];
  return new Map(members.map((member) => [templateName(owner, member), member]));
});

/** A value of the API as a template writes it; the keys of maps are the user's and stay. */
export function toTemplate(value: Json, field: Field | undefined): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return value.map((item: Json) => toTemplate(item, field?.kind === 'list' ? field.item : undefined));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      templateName(field, key),
      toTemplate(inner, field?.kind === 'structure' ? memberOf(field.fields, key) : undefined),
    ]),
  );
}
