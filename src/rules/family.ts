/** The family: the name under which revisions are counted. */
import type { Rule } from './rule.ts';
import { ec2, fargate } from './terms/examples.ts';
import { api, deployed } from './terms/sources.ts';
import { isTemplate, known, missing } from './terms/view.ts';
import { quote } from './terms/words.ts';

const ALLOWED = /^[A-Za-z0-9_-]{1,255}$/;

/** In reading order. */
export const familyRules: readonly Rule[] = [
  {
    id: 'family-missing',
    severity: 'error',
    title: 'A task definition needs a family',
    why: 'The family is the name of the task definition; each registration becomes its next revision. It is the one member beside the containers that the client demands.',
    source: api('RegisterTaskDefinition'),
    examples: {
      good: [{ title: 'A family of one letter', task: ec2({ family: 'a' }) }],
      bad: [{ title: 'No family', task: fargate({ family: undefined }) }],
    },
    *check(reading) {
      if (isTemplate(reading) || !missing(reading, ['family'], reading.task.family)) return;
      yield {
        path: ['family'],
        message:
          'The task definition has no family, so it has no name to be registered under: add "family" with a name of letters, digits, - and _.',
        fix: {
          label: 'Call the family "my-task"',
          safe: false,
          edits: [{ op: 'set', path: ['family'], value: 'my-task' }],
        },
      };
    },
  },
  {
    id: 'family-chars',
    severity: 'error',
    title: 'A family has 1 to 255 letters, digits, hyphens and underscores',
    why: 'The family becomes part of an ARN and of task ids, so dots, blanks and slashes are refused.',
    answer: 'Family contains invalid characters.',
    source: deployed('pf-ecs-taskdef-family'),
    examples: {
      good: [{ title: 'Every kind of character that is allowed', task: ec2({ family: 'Shop_web-2' }) }],
      bad: [
        { title: 'A dot', task: fargate({ family: 'shop.web' }) },
        { title: 'Words that stand for a name', task: ec2({ family: 'shop-{INSERT name}' }) },
        { title: '256 characters', task: ec2({ family: 'f'.repeat(256) }) },
      ],
    },
    *check(reading) {
      const { family } = reading.task;
      if (family === undefined || !known(reading, ['family']) || ALLOWED.test(family)) return;
      const mended = family.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 255) || 'my-task';
      const wrong =
        family.length > 255
          ? `has ${family.length} characters, 255 are allowed`
          : 'may only hold letters, digits, - and _, and at least one of them';
      yield {
        path: ['family'],
        message: `The family ${quote(family)} ${wrong}: choose another name.`,
        fix: {
          label: `Call the family ${quote(mended)}`,
          // Words in brackets stand for a name that somebody is still to choose.
          safe: !/[{}<>[\]]/.test(family),
          edits: [{ op: 'set', path: ['family'], value: mended }],
        },
      };
    },
  },
];
