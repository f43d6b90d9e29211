/** What a task for Fargate may not have at its top. */
import type { Rule } from './rule.ts';
import { requiresFargate } from './terms/capacity.ts';
import { ec2, fargate } from './terms/examples.ts';
import { deployed, reported } from './terms/sources.ts';
import { toAwsvpc } from './terms/toAwsvpc.ts';
import { known } from './terms/view.ts';
import { quote } from './terms/words.ts';

const CONSTRAINT = { type: 'memberOf', expression: 'attribute:ecs.instance-type =~ m7.*' };

/** In reading order. */
export const fargateTaskRules: readonly Rule[] = [
  {
    id: 'fargate-network-mode',
    severity: 'error',
    title: 'Fargate needs the network mode awsvpc',
    why: 'Each Fargate task has a network interface of its own. Left out, the network mode would be bridge, so it must be written.',
    answer: 'Fargate only supports network mode ‘awsvpc’.',
    source: deployed('pf-ecs-fargate-network-mode'),
    examples: {
      good: [
        { title: 'awsvpc', task: fargate() },
        { title: 'bridge on EC2', task: ec2() },
      ],
      bad: [
        { title: 'Left out', task: fargate({ networkMode: undefined }) },
        {
          title: 'bridge, with another host port',
          task: fargate({ networkMode: 'bridge' }, { portMappings: [{ containerPort: 80, hostPort: 8080 }] }),
        },
      ],
    },
    *check(reading) {
      const mode = reading.task.networkMode;
      if (!requiresFargate(reading) || mode === 'awsvpc' || !known(reading, ['networkMode'])) return;
      const fix = toAwsvpc(reading);
      yield {
        path: ['networkMode'],
        message: `${mode === undefined ? 'The task is for Fargate and has no network mode' : `The task is for Fargate and has the network mode ${mode}`}: Fargate takes awsvpc only, so set "networkMode": "awsvpc".`,
        ...(fix && { fix }),
      };
    },
  },
  {
    id: 'pid-fargate',
    severity: 'error',
    title: 'Fargate does not share the process space of its host',
    why: 'The host of a Fargate task belongs to AWS. Containers of one task may share theirs with "task".',
    answer:
      "Tasks using the Fargate launch type do not support pidMode 'host'. The supported value for pidMode is 'task'.",
    source: deployed('pf-ecs-fargate-pid-mode'),
    examples: {
      good: [
        { title: 'The process space of the task', task: fargate({ pidMode: 'task' }) },
        { title: 'The host on EC2', task: ec2({ pidMode: 'host' }) },
      ],
      bad: [{ title: 'The host', task: fargate({ pidMode: 'host' }) }],
    },
    *check(reading) {
      const path = ['pidMode'];
      if (!requiresFargate(reading) || reading.task.pidMode !== 'host' || !known(reading, path)) return;
      yield {
        path,
        message:
          'The task is for Fargate, where "pidMode": "host" does not exist: use "task", or leave it out.',
        fix: { label: 'Remove pidMode', safe: false, edits: [{ op: 'remove', path }] },
      };
    },
  },
  {
    id: 'ipc-fargate',
    severity: 'error',
    title: 'Fargate takes no ipcMode',
    why: 'On Fargate each container keeps its own shared memory and message queues; no value of ipcMode is taken.',
    answer: 'Fargate compatible task definitions do not support ipcMode',
    alsoAnswers: ['Tasks using the Fargate launch type do not support ipcMode.'],
    source: reported('cn-terraform/terraform-aws-ecs-fargate', 2),
    examples: {
      good: [{ title: 'On EC2', task: ec2({ ipcMode: 'task' }) }],
      bad: [{ title: 'Even "none"', task: fargate({ ipcMode: 'none' }) }],
    },
    *check(reading) {
      const path = ['ipcMode'];
      if (!requiresFargate(reading) || reading.task.ipcMode === undefined || !known(reading, path)) return;
      yield {
        path,
        message: `The task is for Fargate, which takes no ipcMode, not even ${quote(reading.task.ipcMode)}: leave it out.`,
        fix: { label: 'Remove ipcMode', safe: false, edits: [{ op: 'remove', path }] },
      };
    },
  },
  {
    id: 'placement-fargate',
    severity: 'error',
    title: 'Fargate takes no placement constraints',
    why: 'Constraints choose among instances; on Fargate there are none to choose from. Subnets decide the zone.',
    answer: 'Fargate compatible task definitions do not support constraints',
    source: deployed('pf-ecs-fargate-placement-constraints'),
    examples: {
      good: [
        { title: 'An empty list is no constraint', task: fargate({ placementConstraints: [] }) },
        { title: 'On EC2', task: ec2({ placementConstraints: [CONSTRAINT] }) },
      ],
      bad: [{ title: 'A constraint', task: fargate({ placementConstraints: [CONSTRAINT] }) }],
    },
    *check(reading) {
      const path = ['placementConstraints'];
      if (!requiresFargate(reading) || !reading.task.placementConstraints?.length || !known(reading, path))
        return;
      yield {
        path,
        message:
          'The task is for Fargate, which takes no placement constraints: leave them out and choose subnets in the service.',
        fix: { label: 'Remove placementConstraints', safe: true, edits: [{ op: 'remove', path }] },
      };
    },
  },
];
