/** What ECS itself does for the task needs an execution role. */
import type { Reading } from '../model/reading.ts';
import type { Rule } from './rule.ts';
import { requires, requiresFargate, spares } from './terms/capacity.ts';
import { AWSLOGS, EXECUTION_ROLE, ec2, fargate, IMAGE, SECRET } from './terms/examples.ts';
import { from, guide, reported } from './terms/sources.ts';
import type { ContainerAt } from './terms/view.ts';
import { containersOf, known } from './terms/view.ts';
import { listed } from './terms/words.ts';

const ECR = '111122223333.dkr.ecr.eu-central-1.amazonaws.com/shop/api:4.2.0';
const NO_ROLE = { executionRoleArn: undefined };
const logging = (logConfiguration: object) => ({ logConfiguration });
const awslogs = logging({ logDriver: 'awslogs', options: AWSLOGS });
const splunk = logging({
  logDriver: 'splunk',
  options: { 'splunk-url': 'https://hec.example.com:8088' },
  secretOptions: [{ name: 'splunk-token', valueFrom: SECRET }],
});

interface Need extends Pick<Rule, 'id' | 'title' | 'source' | 'examples'> {
  readonly severity?: Rule['severity'];
  readonly answer?: string;
  /** What ECS fetches or sends: the end of the sentence "ECS must …". */
  readonly why: string;
  /** Where it is asked for; absent: everywhere. */
  readonly where?: (reading: Reading) => boolean;
  readonly needs: (container: ContainerAt, reading: Reading) => boolean;
}

/** Capacity without an instance role of yours that could stand in, and not Fargate, of which ECS speaks itself. */
const elsewhere = (reading: Reading) =>
  !requiresFargate(reading) &&
  (requires(reading, 'EXTERNAL') || requires(reading, 'MANAGED_INSTANCES')) &&
  spares(reading, 'EC2');
const pullsFromEcr = ({ definition, at }: ContainerAt, reading: Reading) =>
  /\.dkr[.-]ecr[.-]/.test(definition.image?.split('/', 1)[0] ?? '') && known(reading, [...at, 'image']);
const writesAwslogs = ({ definition, at }: ContainerAt, reading: Reading) =>
  definition.logConfiguration?.logDriver === 'awslogs' &&
  known(reading, [...at, 'logConfiguration', 'logDriver']);

function roleNeeded({ needs, where, why, severity = 'error', ...rest }: Need): Rule {
  return {
    ...rest,
    severity,
    why: `ECS must ${why} before or beside your code, and does so with the execution role. The task role is for your code and does not replace it.`,
    *check(reading) {
      if (reading.task.executionRoleArn || !known(reading, ['executionRoleArn'])) return;
      if (where && !where(reading)) return;
      const asking = containersOf(reading).filter((container) => needs(container, reading));
      if (asking.length === 0) return;
      yield {
        path: ['executionRoleArn'],
        message: `ECS must ${why} for ${listed(asking.map(({ called }) => called))}, but the task has no execution role: add "executionRoleArn" with a role that ecs-tasks.amazonaws.com may assume.`,
      };
    },
  };
}

/** In reading order. */
export const executionRoleRules: readonly Rule[] = [
  roleNeeded({
    id: 'exec-role-ecr',
    title: 'Fargate pulls from Amazon ECR with the execution role',
    why: 'pull the image from Amazon ECR',
    answer: 'Fargate requires task definition to have execution role ARN to support ECR images.',
    source: reported('hashicorp/terraform-provider-aws', 3051),
    where: requiresFargate,
    needs: pullsFromEcr,
    examples: {
      good: [
        { title: 'On EC2 the instance pulls', task: ec2(NO_ROLE, { image: ECR }) },
        { title: 'A public image', task: fargate(NO_ROLE) },
        { title: 'With a role', task: fargate({}, { image: ECR }) },
      ],
      bad: [{ title: 'A private image', task: fargate(NO_ROLE, { image: ECR }) }],
    },
  }),
  roleNeeded({
    id: 'exec-role-awslogs',
    title: 'Fargate writes to CloudWatch Logs with the execution role',
    why: 'write the log lines to CloudWatch Logs',
    answer: 'Fargate requires task definition to have execution role ARN to support log driver awslogs.',
    source: reported('virtual-kubelet/virtual-kubelet', 193),
    where: requiresFargate,
    needs: writesAwslogs,
    examples: {
      good: [
        { title: 'On EC2 the instance writes', task: ec2(NO_ROLE, awslogs) },
        { title: 'With a role', task: fargate({}, awslogs) },
      ],
      bad: [{ title: 'awslogs', task: fargate(NO_ROLE, awslogs) }],
    },
  }),
  roleNeeded({
    id: 'exec-role-elsewhere',
    severity: 'warning',
    title: 'Outside of EC2 no instance role stands in for the execution role',
    why: 'pull from Amazon ECR or write to CloudWatch Logs',
    source: guide('task_execution_IAM_role', 'Amazon ECS task execution IAM role'),
    where: elsewhere,
    needs: (container, reading) => pullsFromEcr(container, reading) || writesAwslogs(container, reading),
    examples: {
      good: [
        { title: 'On EC2 the instance does it', task: ec2(NO_ROLE, { image: ECR, ...awslogs }) },
        {
          title: 'With a role',
          task: ec2({ requiresCompatibilities: ['EXTERNAL'], executionRoleArn: EXECUTION_ROLE }, awslogs),
        },
        { title: 'A public image', task: ec2({ ...NO_ROLE, requiresCompatibilities: ['EXTERNAL'] }) },
      ],
      bad: [
        {
          title: 'A private image on a machine of your own',
          task: ec2({ ...NO_ROLE, requiresCompatibilities: ['EXTERNAL'] }, { image: ECR }),
        },
        {
          title: 'Logs of Managed Instances',
          task: ec2(
            { ...NO_ROLE, requiresCompatibilities: ['MANAGED_INSTANCES'], networkMode: 'awsvpc' },
            awslogs,
          ),
        },
      ],
    },
  }),
  roleNeeded({
    id: 'exec-role-secrets',
    title: 'Secrets are read with the execution role',
    why: 'read the secrets',
    answer:
      "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.",
    source: reported('fabfuel/ecs-deploy', 87),
    needs: ({ definition, at }, reading) =>
      (definition.secrets?.length ?? 0) > 0 && known(reading, [...at, 'secrets']),
    examples: {
      good: [
        { title: 'An empty list', task: ec2(NO_ROLE, { secrets: [] }) },
        { title: 'With a role', task: fargate({}, { secrets: [{ name: 'DB', valueFrom: SECRET }] }) },
      ],
      bad: [
        { title: 'On EC2 as well', task: ec2(NO_ROLE, { secrets: [{ name: 'DB', valueFrom: SECRET }] }) },
      ],
    },
  }),
  roleNeeded({
    id: 'exec-role-log-secrets',
    title: 'Secret log options are read with the execution role',
    why: 'read the secret log options',
    source: from('The need that all secrets have; the words of the service are not known'),
    needs: ({ definition, at }, reading) =>
      (definition.logConfiguration?.secretOptions?.length ?? 0) > 0 &&
      known(reading, [...at, 'logConfiguration', 'secretOptions']),
    examples: {
      good: [{ title: 'With a role', task: fargate({}, splunk) }],
      bad: [{ title: 'A token from a secret', task: ec2(NO_ROLE, splunk) }],
    },
  }),
  roleNeeded({
    id: 'exec-role-private-registry',
    title: 'Credentials of a registry are read with the execution role',
    why: 'read the credentials of the registry',
    answer:
      'Private repository authentication requires that the task definition specify a value for executionRoleArn.',
    source: reported('sil-org/ecs-deploy', 188),
    needs: ({ definition, at }, reading) =>
      definition.repositoryCredentials !== undefined && known(reading, [...at, 'repositoryCredentials']),
    examples: {
      good: [{ title: 'A public image', task: ec2(NO_ROLE, { image: IMAGE }) }],
      bad: [
        {
          title: 'Credentials',
          task: ec2(NO_ROLE, { repositoryCredentials: { credentialsParameter: SECRET } }),
        },
      ],
    },
  }),
  roleNeeded({
    id: 'exec-role-envfiles',
    severity: 'warning',
    title: 'Environment files are read with the execution role',
    why: 'read the environment files from S3',
    source: from(
      'AWS Copilot, which gives the execution role this right; whether registration refuses it is not known',
    ),
    needs: ({ definition, at }, reading) =>
      (definition.environmentFiles?.length ?? 0) > 0 && known(reading, [...at, 'environmentFiles']),
    examples: {
      good: [{ title: 'An empty list', task: ec2(NO_ROLE, { environmentFiles: [] }) }],
      bad: [
        {
          title: 'One file',
          task: ec2(NO_ROLE, {
            environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::shop-config/app.env' }],
          }),
        },
      ],
    },
  }),
];
