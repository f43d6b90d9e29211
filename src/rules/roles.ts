/** What the roles of the task must allow, as far as the definition tells. */
import { permissions } from '../iam/permissions.ts';
import type { Rule } from './rule.ts';
import { requiresFargate } from './terms/capacity.ts';
import { AWSLOGS, ec2, fargate, TASK_ROLE } from './terms/examples.ts';
import { ROUTED, router } from './terms/firelens.ts';
import { log, loggingBy } from './terms/logging.ts';
import { api, guide } from './terms/sources.ts';
import { known, missing } from './terms/view.ts';
import { listed, quote } from './terms/words.ts';

const XRAY = { image: 'public.ecr.aws/xray/aws-xray-daemon:3.3.13' };
const CREATES = log('awslogs', { ...AWSLOGS, 'awslogs-create-group': 'true' });
/** Other rules speak of what these need. */
const OF_VOLUMES = /^(Efs|S3Files)\d*$/;

/** In reading order. */
export const roleRules: readonly Rule[] = [
  {
    id: 'no-task-role',
    severity: 'warning',
    title: 'Something in the task calls AWS without a role',
    why: 'Collectors, log routers and proxies sign their calls with the task role. On Fargate there is no other: without one they are refused, and nothing arrives. An instance of EC2 may lend its own role.',
    source: api('RegisterTaskDefinition', 'taskRoleArn'),
    examples: {
      good: [
        { title: 'A task role', task: fargate({ taskRoleArn: TASK_ROLE }, ROUTED, router()) },
        {
          title: 'An output outside of AWS',
          task: fargate({}, log('awsfirelens', { Name: 'stdout' }), router()),
        },
        { title: 'The instance may have a role', task: ec2({}, {}, XRAY) },
      ],
      bad: [
        { title: 'A log router that writes to CloudWatch', task: fargate({}, ROUTED, router()) },
        { title: 'The X-Ray daemon', task: fargate({}, {}, XRAY) },
      ],
    },
    *check(reading) {
      const path = ['taskRoleArn'];
      if (!requiresFargate(reading) || !missing(reading, path, reading.task.taskRoleArn)) return;
      const reasons = permissions(reading.task)
        .task.filter(({ sid }) => !OF_VOLUMES.test(sid))
        .flatMap(({ actions, reasons: why }) => why.map((reason) => ({ ...reason, actions })))
        .filter(({ path: cause }) => known(reading, cause));
      const [first] = reasons;
      if (!first) return;
      const names = [...new Set(reasons.map(({ name }) => quote(name)))];
      yield {
        path,
        message: `${listed(names)} ${names.length > 1 ? 'call' : 'calls'} AWS (${first.actions[0]}${first.actions.length > 1 ? ' and others' : ''}), and the task has no task role with which that is allowed: add "taskRoleArn". The roles panel lists what it must allow.`,
      };
    },
  },
  {
    id: 'create-group-right',
    severity: 'info',
    title: 'Creating a log group takes a right of its own',
    why: 'With awslogs-create-group the execution role must allow logs:CreateLogGroup. AmazonECSTaskExecutionRolePolicy, the managed policy that most execution roles have, does not hold it, and a task whose group is not there fails to start.',
    source: guide('using_awslogs', 'Send Amazon ECS logs to CloudWatch'),
    examples: {
      good: [
        { title: 'The group is made beforehand', task: fargate({}, log('awslogs', AWSLOGS)) },
        { title: 'The instance has the right', task: ec2({}, CREATES) },
      ],
      bad: [{ title: 'ECS creates it', task: fargate({}, CREATES) }],
    },
    *check(reading) {
      const { executionRoleArn } = reading.task;
      if (!executionRoleArn) return;
      const creating = loggingBy(reading, 'awslogs').filter(({ definition, at }) => {
        const path = [...at, 'logConfiguration', 'options', 'awslogs-create-group'];
        return (
          definition.logConfiguration?.options?.['awslogs-create-group'] === 'true' && known(reading, path)
        );
      });
      const [first] = creating;
      if (!first) return;
      const role = known(reading, ['executionRoleArn'])
        ? ` ${quote(executionRoleArn.split('/').at(-1) ?? '')}`
        : '';
      yield {
        path:
          creating.length === 1
            ? [...first.at, 'logConfiguration', 'options', 'awslogs-create-group']
            : ['executionRoleArn'],
        message: `ECS creates the log group of ${listed(creating.map(({ called }) => called))}, for which the execution role${role} must allow logs:CreateLogGroup; the managed policy AmazonECSTaskExecutionRolePolicy does not: add it, or make the group beforehand.`,
      };
    },
  },
];
