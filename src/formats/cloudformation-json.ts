/** A CloudFormation template in JSON. */
import { templateOf } from './cloudformation/template.ts';
import type { Format } from './format.ts';
import { lostInView } from './write/losses.ts';

export const cloudFormationJson: Format = {
  id: 'cloudformation-json',
  label: 'CloudFormation (JSON)',
  extension: 'template.json',
  write: (task, text, source) => ({
    text: `${JSON.stringify(templateOf(task), null, 2)}\n`,
    losses: lostInView(text, source),
  }),
};
