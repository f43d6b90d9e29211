/** How a file of each format holds a task, in the ways in which people lay such files out. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are placeholders of other people's templates
import { TASK } from '../../edit/testing/everyChange.ts';
import { toTemplate } from '../../lens/cloudformation/names.ts';
import { taskField } from '../../model/fields/fieldAt.ts';
import type { Json } from '../../model/json.ts';
import { jsonLayouts, POWER_SHELL, TWO_SPACES, type Written, yamlLayouts } from './layouts.ts';

export interface Holding {
  /** Files by the name of the layout; each holds `TASK`, and more of its own. */
  readonly files: Readonly<Record<string, string>>;
  /** What is said of a change for which such a file has no place. */
  readonly refuses?: RegExp;
}

const READ_ONLY = { taskDefinitionArn: 'arn:aws:ecs:eu-west-1:1:task-definition/orders:7', revision: 7 };

const written = (value: Json, layouts: Readonly<Record<string, Written>> = jsonLayouts): Holding['files'] =>
  Object.fromEntries(Object.entries(layouts).map(([name, layout]) => [name, layout(value)]));

function changed(files: Holding['files'], change: (text: string) => string): Holding['files'] {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, change(text)]));
}

const STACK = {
  AWSTemplateFormatVersion: '2010-09-09',
  Resources: {
    Orders: { Type: 'AWS::ECS::TaskDefinition', Properties: toTemplate(TASK, taskField) },
    Bucket: { Type: 'AWS::S3::Bucket' },
  },
};
/** The same with a placeholder for a number, a text and a list. */
const FILLED_IN = /(?<=:\s*)(?:"acme\/setup:3"|64(?=\s*,)|\[\s*"setup:files"\s*\])/g;

/** By the id of the format. Formats that make a text of their own out of the file are not here. */
export const holding: Readonly<Record<string, Holding>> = {
  register: { files: written({ 'x-team': { pager: [1, { on: true }] }, ...TASK, 'x-last': null }) },
  describe: { files: written({ taskDefinition: { ...READ_ONLY, ...TASK }, tags: [] }) },
  containers: {
    files: written(TASK.containerDefinitions),
    refuses: /^This file holds only|^There is no volume logs/,
  },
  container: {
    files: written(TASK.containerDefinitions[0] ?? null),
    refuses: /^This file holds only|^There is no |cannot be taken out of its file/,
  },
  template: {
    files: changed(written(TASK), (text) => text.replace(FILLED_IN, '${filled_in}')),
    refuses: /placeholder/,
  },
  dockerrun: { files: written({ AWSEBDockerrunVersion: 2, ...TASK, authentication: { bucket: 'keys' } }) },
  cloudformation: {
    files: {
      'JSON, two spaces': TWO_SPACES(STACK),
      'JSON, PowerShell': POWER_SHELL(STACK),
      ...Object.fromEntries(
        Object.entries(written(STACK, yamlLayouts)).map(([name, text]) => [`YAML, ${name}`, text]),
      ),
    },
  },
  nested: { files: written({ stages: [{ name: 'live', task: TASK }, { name: 'none' }] }) },
  'aws-cli': {
    files: changed(
      written(TASK),
      (text) => `aws ecs register-task-definition --cli-input-json '${text.replace('\ufeff', '')}'\n`,
    ),
  },
  design: {
    files: changed(written(TASK), (text) =>
      JSON.stringify({
        kind: 'ecs-task-design',
        version: 1,
        source: { lens: 'json', root: [] },
        text,
        parts: { 'from-the-future': { v: 9, any: 'thing' } },
      }),
    ),
  },
};
