/** A CloudFormation template in YAML. */
import { templateOf } from './cloudformation/template.ts';
import type { Format } from './format.ts';
import { lostInView } from './write/losses.ts';
import { yamlText } from './write/yamlText.ts';

export const cloudFormationYaml: Format = {
  id: 'cloudformation-yaml',
  label: 'CloudFormation (YAML)',
  extension: 'yaml',
  write: (task, text, source) => ({
    text: yamlText(templateOf(task)),
    losses: lostInView(text, source),
  }),
};
