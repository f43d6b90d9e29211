/** What reading the text found: these hold even where it is not a task. */
import { fieldAt } from '../model/fields/fieldAt.ts';
import { type Path, stepName } from '../model/path.ts';
import type { Problem, ProblemKind, Reading } from '../model/reading.ts';
import type { Fix, Rule } from './rule.ts';
import { ec2, fargate } from './terms/examples.ts';
import { removed, renamed, retypedMember, withoutNull } from './terms/mended.ts';
import { from } from './terms/sources.ts';
import { heldPart, isTemplate } from './terms/view.ts';
import { hasOwnRule, writtenText } from './terms/wrongWord.ts';

const CLIENT = from(
  'The parameter check of the AWS CLI and the SDKs',
  'https://github.com/boto/boto3/issues/2583',
);
const ONE =
  '{ "family": "shop", "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }] }';

/** In reading order. */
export const readingRules: readonly Rule[] = [
  {
    ...told('syntax'),
    severity: 'error',
    title: 'The text must be JSON',
    why: 'Clients refuse a file that is no JSON before they read anything in it. Comments and commas at the end belong to other dialects.',
    source: from('RFC 8259, the JSON data interchange format', 'https://www.rfc-editor.org/rfc/rfc8259'),
    examples: {
      good: [{ title: 'JSON', task: ONE }],
      bad: [{ title: 'A bracket that is not closed', task: ONE.slice(0, -1) }],
    },
  },
  {
    ...told('no-task'),
    severity: 'error',
    title: 'The file must hold a task definition',
    why: 'A task definition is an object with members such as family and containerDefinitions.',
    source: from('Amazon ECS API reference, RegisterTaskDefinition'),
    examples: { good: [{ title: 'A task', task: ONE }], bad: [{ title: 'A number', task: '5' }] },
  },
  {
    ...told('too-large'),
    severity: 'error',
    title: 'Deeper or longer than any task definition',
    why: 'ECS takes 65,536 bytes. What lies beyond the limits of reading is kept in the text and not looked at.',
    source: from(
      'This designer',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html',
    ),
    examples: {
      good: [{ title: 'Some depth', task: ONE }],
      bad: [{ title: 'Lists within lists', task: `{"family":${'['.repeat(3000)}${']'.repeat(3000)}}` }],
    },
  },
  {
    ...told('duplicate-member'),
    severity: 'warning',
    title: 'A member stands twice in one object',
    why: 'JSON readers take the last one and say nothing, so what stands first is lost when the task is registered.',
    source: from('RFC 8259, section 4', 'https://www.rfc-editor.org/rfc/rfc8259'),
    examples: {
      good: [{ title: 'Once', task: ONE }],
      bad: [{ title: 'Twice', task: ONE.replace('"memory": 128', '"memory": 64, "memory": 128') }],
    },
  },
  {
    ...told(
      'unknown-member',
      ({ message }, reading) =>
        `${message} ${isTemplate(reading) ? 'CloudFormation refuses' : 'Clients refuse'} it: correct the name, or take it out.`,
      (reading, problem) => (isTemplate(reading) ? undefined : renamed(reading, problem)),
    ),
    severity: 'error',
    title: 'A member that ECS does not know',
    why: 'Most often a typing slip or another case (readOnlyRootFilesystem for readonlyRootFilesystem), or a member of another language.',
    answer: 'Unknown parameter in input: "requiresAttributes", must be one of: family, taskRoleArn, …',
    alsoAnswers: ["UnexpectedParameter: Unexpected key 'name' found in params.containerDefinitions[0]"],
    source: CLIENT,
    examples: {
      good: [{ title: 'Free keys are free', task: ec2({}, { dockerLabels: { anything: 'goes' } }) }],
      bad: [
        { title: 'A typing slip', task: fargate({}, { enviroment: [{ name: 'A', value: '1' }] }) },
        { title: 'Another case', task: fargate({}, { readOnlyRootFilesystem: true }) },
      ],
    },
  },
  {
    ...told('read-only-member', (problem) => `${problem.message} Take it out.`, removed),
    severity: 'error',
    title: 'A member that only describes',
    why: 'DescribeTaskDefinition returns members that belong to a registered revision; they cannot be sent back.',
    answer: 'Unknown parameter in input: "taskDefinitionArn", must be one of: family, taskRoleArn, …',
    source: CLIENT,
    examples: {
      good: [{ title: 'What is registered', task: fargate() }],
      bad: [{ title: 'A copied description', task: fargate({ revision: 7, status: 'ACTIVE' }) }],
    },
  },
  {
    ...told(
      'null-value',
      (problem) => `${problem.message} The AWS CLI refuses null; other clients drop it.`,
      withoutNull,
    ),
    severity: 'warning',
    title: 'null is no value',
    why: 'The API has no null. Answers that were copied by a console or an old client write null for what is not set; leaving the member out says the same. Terraform and some SDKs drop nulls, the AWS CLI and boto3 refuse them.',
    answer:
      "Invalid type for parameter cpu, value: None, type: <class 'NoneType'>, valid types: <class 'str'>",
    source: CLIENT,
    examples: {
      good: [{ title: 'Left out', task: fargate() }],
      bad: [
        { title: 'A member', task: fargate({ taskRoleArn: null }) },
        { title: 'The value of a variable', task: ec2({}, { environment: [{ name: 'A', value: null }] }) },
      ],
    },
  },
  {
    id: 'wrong-type',
    severity: 'error',
    title: 'A value of another type',
    why: 'Clients compare each value with the API before they send it: a number in quotes is a text, a text is no list.',
    answer:
      "Invalid type for parameter containerDefinitions[0].healthCheck.command, value: …, type: <class 'str'>, valid types: <class 'list'>, <class 'tuple'>",
    source: from(
      'The parameter check of the AWS CLI, quoted in fabfuel/ecs-deploy #181',
      'https://github.com/fabfuel/ecs-deploy/issues/181',
    ),
    examples: {
      good: [
        {
          title: 'Text at the task, a number at the container',
          task: ec2({ memory: '512' }, { memory: 256 }),
        },
      ],
      bad: [
        { title: 'A number in quotes', task: ec2({}, { memory: '512' }) },
        {
          title: 'A text for a list',
          task: fargate({}, { healthCheck: { command: 'curl -f http://localhost/' } }),
        },
        { title: 'An object for a list of pairs', task: ec2({}, { environment: { STAGE: 'prod' } }) },
        { title: 'A word that does not exist', task: fargate({ networkMode: 'vpc' }) },
      ],
    },
    *check(reading) {
      for (const problem of reading.problems) {
        if (problem.kind !== 'wrong-type') continue;
        if (hasOwnRule(problem.path) && writtenText(reading, problem) !== undefined) continue;
        const fix = retypedMember(reading, problem);
        yield { path: problem.path, message: problem.message, ...(fix && { fix }) };
      }
    },
  },
  {
    id: 'placeholder',
    severity: 'error',
    title: 'A placeholder that nobody has filled in',
    why: 'ECS takes the text as it stands, and in a name, an image, a role or a number a placeholder is not allowed. Nothing else is checked about such a value.',
    source: from(
      'Container.image contains invalid characters, the answer to an unfilled image, aws-actions/amazon-ecs-render-task-definition #49',
      'https://github.com/aws-actions/amazon-ecs-render-task-definition/issues/49',
    ),
    examples: {
      good: [
        {
          title: 'A shell variable in a command',
          task: fargate({}, { command: ['sh', '-c', 'exec app --region $AWS_REGION'] }),
        },
      ],
      bad: [
        { title: 'A variable of a shell', task: fargate({}, { image: '$REGISTRY/api:$TAG' }) },
        {
          title: 'What CloudFormation fills in',
          task: ec2({}, { image: { 'Fn::ImportValue': 'shop-image' } }),
        },
        { title: 'The mark of CodePipeline', task: ec2({}, { image: '<IMAGE1_NAME>' }) },
      ],
    },
    *check(reading) {
      // In a template such values are filled in by its own tool.
      if (!reading.source.lens.startsWith('json')) return;
      for (const [key, text] of reading.opaque) {
        const path = pathOf(key);
        const member = path.at(-1);
        yield {
          path,
          message: `${typeof member === 'string' ? member : 'This value'} is still a placeholder, ${text.slice(0, 60)}: ECS would refuse it. Fill it in before you register the task.`,
        };
      }
    },
  },
  {
    id: 'containers-only',
    severity: 'info',
    title: 'Only containers are in this file',
    why: 'A file with a list of containers, or with one, is a part of a task definition; family, size, network mode and volumes stand elsewhere.',
    source: from('Terraform, which keeps container definitions as a list of their own'),
    examples: {
      good: [{ title: 'A whole task', task: ONE }],
      bad: [
        { title: 'A list of containers', task: '[{ "name": "app", "image": "nginx:1.27", "memory": 128 }]' },
      ],
    },
    *check(reading) {
      if (!reading.whole || heldPart(reading).length === 0) return;
      yield {
        path: heldPart(reading),
        message:
          'This file holds containers without the task around them, so what depends on family, size, network mode, roles and volumes is not checked.',
      };
    },
  },
];

/** A rule that passes a kind of problem on. */
function told(
  kind: ProblemKind,
  words: (problem: Problem, reading: Reading) => string = (problem) => problem.message,
  mend: (reading: Reading, problem: Problem) => Fix | undefined = () => undefined,
): Pick<Rule, 'id' | 'check'> {
  return {
    id: kind,
    *check(reading) {
      for (const problem of reading.problems) {
        if (problem.kind !== kind) continue;
        const fix = reading.whole ? mend(reading, problem) : undefined;
        yield { path: problem.path, message: words(problem, reading), ...(fix && { fix }) };
      }
    },
  };
}

/** The path of a path key; digits are an index except below a map. */
function pathOf(key: string): Path {
  const path: (string | number)[] = [];
  for (const step of key.split('/').slice(1)) {
    const index = /^\d+$/.test(step) && fieldAt(path)?.kind !== 'map';
    path.push(index ? Number(step) : stepName(step));
  }
  return path;
}
