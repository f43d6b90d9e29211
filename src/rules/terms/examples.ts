/** Small task definitions from which the examples of the rules are made. */

type Members = Readonly<Record<string, unknown>>;

/** An image that anybody may pull. */
export const IMAGE = 'public.ecr.aws/docker/library/busybox:1.36';
/** With what ECS pulls and logs in the examples. */
export const EXECUTION_ROLE = 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole';
/** With what the containers of the examples act. */
export const TASK_ROLE = 'arn:aws:iam::111122223333:role/shopTaskRole';
/** A secret of Secrets Manager. */
export const SECRET = 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:shop/db-AbC123';

const NAMES = ['app', 'sidecar', 'third'];

/** A task for Fargate that ECS accepts, with these members and containers changed; `undefined` takes one out. */
export function fargate(members: Members = {}, ...containers: readonly Members[]): unknown {
  return compact({
    family: 'shop',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    executionRoleArn: EXECUTION_ROLE,
    containerDefinitions: definitions({}, containers),
    ...members,
  });
}

/** The same for EC2 in bridge mode; each container has 128 MiB. */
export function ec2(members: Members = {}, ...containers: readonly Members[]): unknown {
  return compact({
    family: 'shop',
    requiresCompatibilities: ['EC2'],
    networkMode: 'bridge',
    containerDefinitions: definitions({ memory: 128 }, containers),
    ...members,
  });
}

/** Log options that awslogs needs everywhere. */
export const AWSLOGS = {
  'awslogs-group': '/ecs/shop',
  'awslogs-region': 'eu-central-1',
  'awslogs-stream-prefix': 'app',
};

function definitions(defaults: Members, containers: readonly Members[]): unknown[] {
  const given = containers.length === 0 ? [{}] : containers;
  return given.map((members, index) =>
    compact({ name: NAMES[index] ?? `container-${index + 1}`, image: IMAGE, ...defaults, ...members }),
  );
}

function compact(members: Members): Members {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
