import type { Lesson } from './lesson.ts';
import { put, putTask } from './terms/changing.ts';
import { awslogs, plan, textOf } from './terms/starting.ts';

const EXECUTION = 'arn:aws:iam::111122223333:role/reports-execution';
const TASK = 'arn:aws:iam::111122223333:role/reports-task';

/** Which role is whose. */
export const twoRoles: Lesson = {
  id: 'two-roles',
  title: 'Two roles: one for ECS, one for your code',
  teaches: 'You can tell what the execution role is for, and what the task role.',
  story: [
    'The app reads a password when it starts and writes reports to a bucket. There are two IAM roles: reports-execution may fetch the password, pull images and write logs; reports-task may write to the bucket.',
    'Somebody has put the first one where the second belongs, and has left the other place empty. Open Roles at the side: it lists what each must allow.',
  ],
  start: textOf({
    family: 'reports',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '512',
    memory: '1024',
    taskRoleArn: EXECUTION,
    containerDefinitions: [
      {
        name: 'app',
        image: 'acme/reports:1.7',
        secrets: [
          {
            name: 'DB_PASSWORD',
            valueFrom: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:reports/db-AbCdEf',
          },
        ],
        logConfiguration: awslogs('/ecs/reports', 'app'),
      },
    ],
  }),
  scenarios: [plan()],
  questions: [
    {
      id: 'who-fetches',
      text: 'The password is listed under secrets. With which role is it fetched?',
      choices: () => ['the execution role', 'the task role', 'none is needed'],
      answer: ({ containers }) => ({
        choice: 'the execution role',
        at: containers[0]?.startedAt ?? 0,
        why: 'secrets are fetched by ECS before the container starts, and ECS uses the execution role. The code finds the value in its environment.',
      }),
    },
  ],
  steps: [
    {
      text: 'Put each role where it belongs.',
      goals: [
        { id: 'field-is', args: { field: 'executionRoleArn', value: EXECUTION } },
        { id: 'field-is', args: { field: 'taskRoleArn', value: TASK } },
      ],
      hints: [
        'What ECS does before your code runs (pull, secrets, awslogs), it does with the execution role.',
        'Select the task itself: both roles stand in the inspector.',
        'The execution role is …/reports-execution, the task role …/reports-task.',
      ],
      solution: [
        putTask('Give ECS its execution role', { executionRoleArn: EXECUTION }),
        putTask('Give the code its task role', { taskRoleArn: TASK }),
      ],
    },
  ],
  keep: [{ id: 'container-starts', args: { container: 'app' } }],
  wrong: [
    {
      says: 'One role for both: now the code may do all that ECS may, fetch every secret among it.',
      changes: [putTask('Give ECS its execution role', { executionRoleArn: EXECUTION })],
    },
    {
      says: 'Both in place, the wrong way round: ECS cannot fetch the password with a role for buckets.',
      changes: [putTask('Give ECS the role of the code', { executionRoleArn: TASK })],
    },
    {
      says: 'Only the task role is right: without an execution role nobody fetches the password.',
      changes: [
        putTask('Give the code its task role', { taskRoleArn: TASK }),
        put('Name the code in a label', 'app', { dockerLabels: { role: 'reports-task' } }),
      ],
    },
  ],
  terms: ['executionRole', 'taskRole', 'awslogs'],
  learnt:
    'The execution role is used before and around your code; the task role is what the code in every container gets, sidecars too. ECS has no role per container.',
};
