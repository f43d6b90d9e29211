import type { Lesson } from './lesson.ts';
import { put, putTask } from './terms/changing.ts';
import { awslogs, plan, textOf } from './terms/starting.ts';

const EXECUTION = 'arn:aws:iam::111122223333:role/vault-execution';

/** A role that is missing. */
export const puzzleSecretsNobodyReads: Lesson = {
  id: 'puzzle-secrets-nobody-reads',
  title: 'A secret that nobody may read',
  teaches: 'ECS refuses a task whose task role has every right.',
  story: [
    'The task role may read the secret; the author has tried it. ECS refuses the definition all the same. The role vault-execution exists and may read the secret too.',
  ],
  start: textOf({
    family: 'vault',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    taskRoleArn: 'arn:aws:iam::111122223333:role/vault-task',
    containerDefinitions: [
      {
        name: 'app',
        image: 'acme/vault:1.0',
        secrets: [
          {
            name: 'TOKEN',
            valueFrom: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:vault/token-AbCdEf',
          },
        ],
        logConfiguration: awslogs('/ecs/vault', 'app'),
      },
    ],
  }),
  scenarios: [plan()],
  questions: [],
  steps: [
    {
      text: 'Make ECS take it. The secret must stay a secret, and the lines of the app must go where they go.',
      goals: [{ id: 'no-errors', args: {} }],
      hints: [
        'Who fetches what is listed under secrets, your code or ECS?',
        'Set the execution role of the task to arn:aws:iam::111122223333:role/vault-execution.',
      ],
      solution: [putTask('Give ECS its execution role', { executionRoleArn: EXECUTION })],
    },
  ],
  keep: [
    { id: 'container-has', args: { container: 'app', what: 'secrets' } },
    { id: 'container-logs-through', args: { container: 'app', driver: 'awslogs' } },
  ],
  wrong: [
    {
      says: 'As a variable it is no secret any more.',
      changes: [
        put('Write the token down', 'app', {
          secrets: undefined,
          environment: [{ name: 'TOKEN', value: 'see-the-vault' }],
        }),
      ],
    },
    {
      says: 'Another task role is still none for ECS.',
      changes: [putTask('Give the code another role', { taskRoleArn: EXECUTION })],
    },
    {
      says: 'Without the task role there is even less.',
      changes: [putTask('Take the task role out', { taskRoleArn: undefined })],
    },
  ],
  terms: ['executionRole', 'taskRole'],
  learnt: 'What ECS does for your code, it does with the execution role. The task role does not help it.',
};
