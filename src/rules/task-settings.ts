/** Settings of the task that only some capacities take, or none. */
import { items } from '../model/list.ts';
import type { Rule } from './rule.ts';
import { networkMode, requires } from './terms/capacity.ts';
import { ec2, fargate } from './terms/examples.ts';
import { api, deployed, from } from './terms/sources.ts';
import { known } from './terms/view.ts';
import { quote } from './terms/words.ts';

const CDK = from(
  'AWS CDK, which refuses it; the words of the service are not known',
  'https://github.com/aws/aws-cdk',
);
const external = (members: object) => ec2({ requiresCompatibilities: ['EXTERNAL'], ...members });
const constraint = (expression: string) => ({ placementConstraints: [{ type: 'memberOf', expression }] });

/** In reading order. */
export const taskSettingRules: readonly Rule[] = [
  {
    id: 'external-network',
    severity: 'error',
    title: 'ECS Anywhere does not take awsvpc',
    why: 'Machines outside AWS have no VPC interface to give to a task: bridge, host or none.',
    source: CDK,
    examples: {
      good: [{ title: 'host', task: external({ networkMode: 'host' }) }],
      bad: [{ title: 'awsvpc', task: external({ networkMode: 'awsvpc' }) }],
    },
    *check(reading) {
      const path = ['networkMode'];
      if (!requires(reading, 'EXTERNAL') || reading.task.networkMode !== 'awsvpc' || !known(reading, path))
        return;
      yield {
        path,
        message:
          'The task is for ECS Anywhere (EXTERNAL), whose machines have no network mode awsvpc: use bridge, host or none.',
        fix: { label: 'Set network mode bridge', safe: false, edits: [{ op: 'set', path, value: 'bridge' }] },
      };
    },
  },
  {
    id: 'placement-expression',
    severity: 'error',
    title: 'A placement expression speaks of attribute:',
    why: 'The cluster query language knows `attribute:name`, in the singular.',
    answer: "constraint.expression 'attributes:ecs.instance-type==p3.2xlarge'",
    source: from('A comment in a public CDK program that quotes the start of the answer'),
    examples: {
      good: [{ title: 'The singular', task: ec2(constraint('attribute:ecs.instance-type =~ m7.*')) }],
      bad: [{ title: 'The plural', task: ec2(constraint('attributes:ecs.instance-type == p3.2xlarge')) }],
    },
    *check(reading) {
      for (const [{ expression }, index] of items(reading.task.placementConstraints)) {
        const path = ['placementConstraints', index, 'expression'];
        if (!expression || !/\battributes:/.test(expression) || !known(reading, path)) continue;
        const mended = expression.replace(/\battributes:/g, 'attribute:');
        yield {
          path,
          message: `The placement expression ${quote(expression)} says "attributes:", but the word is "attribute:".`,
          fix: { label: 'Write attribute:', safe: true, edits: [{ op: 'set', path, value: mended }] },
        };
      }
    },
  },
  {
    id: 'inference-accelerators',
    severity: 'error',
    title: 'Elastic Inference has ended',
    why: 'AWS closed Elastic Inference in 2023 and ECS refuses the member since, on any capacity.',
    answer: "Unsupported field 'inferenceAccelerators'",
    source: deployed('pf-ecs-inference-accelerators'),
    examples: {
      good: [{ title: 'An empty list', task: ec2({ inferenceAccelerators: [] }) }],
      bad: [
        {
          title: 'An accelerator',
          task: ec2({ inferenceAccelerators: [{ deviceName: 'dev1', deviceType: 'eia2.medium' }] }),
        },
      ],
    },
    *check(reading) {
      const path = ['inferenceAccelerators'];
      if (!reading.task.inferenceAccelerators?.length || !known(reading, path)) return;
      yield {
        path,
        message:
          'The task asks for Elastic Inference, which AWS has closed: take inferenceAccelerators out and use instances with GPU or Inferentia.',
        fix: { label: 'Remove inferenceAccelerators', safe: true, edits: [{ op: 'remove', path }] },
      };
    },
  },
  {
    id: 'fault-injection-network',
    severity: 'error',
    title: 'Fault injection needs network mode awsvpc or host',
    why: 'Faults are injected into the network of the task, which bridge and none do not have in that form.',
    source: CDK,
    examples: {
      good: [
        { title: 'awsvpc', task: fargate({ enableFaultInjection: true }) },
        { title: 'Switched off', task: ec2({ enableFaultInjection: false }) },
      ],
      bad: [{ title: 'bridge', task: ec2({ enableFaultInjection: true }) }],
    },
    *check(reading) {
      const path = ['enableFaultInjection'];
      const mode = networkMode(reading);
      if (!reading.task.enableFaultInjection || !known(reading, path)) return;
      if (mode !== 'bridge' && mode !== 'none') return;
      yield {
        path,
        message: `The task allows fault injection with network mode ${mode}, which works with awsvpc and host only: change the network mode, or switch it off.`,
        fix: { label: 'Switch fault injection off', safe: false, edits: [{ op: 'remove', path }] },
      };
    },
  },
  {
    id: 'role-invalid',
    severity: 'error',
    title: 'A role is the name or the ARN of an IAM role',
    why: 'ECS assumes the role for the task, so nothing but a role will do: no user, no policy, no instance profile.',
    answer: 'Role is not valid',
    source: api('RegisterTaskDefinition', 'taskRoleArn and executionRoleArn'),
    examples: {
      good: [
        {
          title: 'A role with a path',
          task: fargate({ taskRoleArn: 'arn:aws:iam::111122223333:role/team/shop' }),
        },
        { title: 'A name alone', task: ec2({ taskRoleArn: 'shopTaskRole' }) },
      ],
      bad: [
        {
          title: 'An instance profile',
          task: ec2({ taskRoleArn: 'arn:aws:iam::111122223333:instance-profile/shop' }),
        },
        { title: 'A policy', task: ec2({ executionRoleArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }) },
        { title: 'A name that no role can have', task: ec2({ taskRoleArn: 'the role of shop' }) },
      ],
    },
    *check(reading) {
      for (const member of ['taskRoleArn', 'executionRoleArn'] as const) {
        const role = reading.task[member];
        if (!role || !known(reading, [member])) continue;
        const fits = role.startsWith('arn:') ? /^arn:[\w-]+:iam::[^:]*:role\/./ : /^[\w+=,.@/-]+$/;
        if (fits.test(role)) continue;
        yield {
          path: [member],
          message: `${member} is ${quote(role)}, which is no role: write arn:aws:iam::<account>:role/<name>.`,
        };
      }
    },
  },
];
