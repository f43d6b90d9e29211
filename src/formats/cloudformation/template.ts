/** The CloudFormation template that creates a task definition. */
import { toTemplate } from '../../lens/cloudformation/names.ts';
import { taskField } from '../../model/fields/fieldAt.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import { type PlainMap, plain } from '../write/plain.ts';

/** The template as data: one resource, every member under its CloudFormation name, the task's order kept. */
export function templateOf(task: TaskDefinition): PlainMap {
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Resources: {
      [logicalId(task.family)]: {
        Type: 'AWS::ECS::TaskDefinition',
        Properties: toTemplate(plain(task), taskField) as PlainMap,
      },
    },
  };
}

/** "my-shop" is MyShopTaskDefinition: a logical id has letters and digits only. */
export function logicalId(family: string | undefined): string {
  const words = (family ?? '').split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return `${/^[A-Za-z]/.test(name) ? name.slice(0, 200) : ''}TaskDefinition`;
}
