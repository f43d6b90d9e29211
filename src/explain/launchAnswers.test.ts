import { describe, expect, it } from 'vitest';
import { taskOf } from '../simulate/testing/tasks.ts';
import { launchMeaning } from './launchAnswers.ts';

const task = {
  ...taskOf({ name: 'web', portMappings: [{ containerPort: 8080, name: 'http' }] }, { name: 'cache' }),
  networkMode: 'awsvpc' as const,
  requiresCompatibilities: ['EC2' as const],
  volumes: [{ name: 'work' }, { name: 'disk', configuredAtLaunch: true }],
};
const wrapped = (words: string) =>
  `An error occurred (InvalidParameterException) when calling the CreateService operation: ${words}`;

describe('what a launch answers about a task that was registered', () => {
  it.each([
    [
      'Task definition does not support launch_type FARGATE.',
      'launch-type',
      ['requiresCompatibilities'],
      'requires EC2',
    ],
    [
      "Network Configuration must be provided when networkMode 'awsvpc' is specified.",
      'network-config-missing',
      ['networkMode'],
      'The definition is right',
    ],
    [
      'Network Configuration is not valid for the given networkMode of this task definition.',
      'network-config-extra',
      ['networkMode'],
      'network mode here is awsvpc',
    ],
    [
      "The specified platform version does not satisfy the task definition's required capabilities.",
      'platform-version',
      [],
      'LATEST',
    ],
    [
      'The container web did not have a container port 80 defined.',
      'lb-port',
      ['containerDefinitions', 0, 'portMappings'],
      '"web" maps 8080 here',
    ],
    [
      'The container app did not have a container port 80 defined.',
      'lb-port',
      ['containerDefinitions'],
      'no container "app"',
    ],
    [
      'The container nginx does not exist in the task definition.',
      'lb-container',
      ['containerDefinitions'],
      'are "web" and "cache"',
    ],
    [
      'portName(api) does not refer to any named PortMapping in the container definitions',
      'sc-port-name',
      ['containerDefinitions'],
      'names here are "http"',
    ],
    [
      "The volume name 'data' in your request does not have a matching volume in your Task Definition",
      'ebs-service-config',
      ['volumes'],
      'launch here: "disk"',
    ],
    [
      'Container Overrides length must be at most 8192',
      'overrides-size',
      ['containerDefinitions'],
      '8192 characters',
    ],
    ['{"failures": [{"reason": "RESOURCE:MEMORY"}]}', 'ec2-placement', ['memory'], 'lack memory'],
    [
      'was unable to place a task because no container instance met all of its requirements. The closest matching container-instance 3f is missing an attribute required by your task.',
      'ec2-attribute',
      ['containerDefinitions'],
      'ECS_AVAILABLE_LOGGING_DRIVERS',
    ],
  ] as const)('%s', (words, id, path, says) => {
    const meaning = launchMeaning(task, wrapped(words));
    expect(meaning).toMatchObject({ id, path });
    expect(meaning?.todo).toContain(says);
  });

  it('says what an empty task has, and knows nothing of other texts', () => {
    expect(launchMeaning({}, 'The container a does not exist in the task definition')?.todo).toContain(
      'are none',
    );
    expect(
      launchMeaning({}, "The volume name 'a' in your request does not have a matching volume")?.todo,
    ).toContain('No volume here');
    for (const text of ['', 'Too many containers.', 'The container is fine'])
      expect(launchMeaning(task, text)).toBeUndefined();
  });
});
