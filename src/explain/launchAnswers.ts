/** What RunTask and CreateService answer about a task definition that was registered, held against this one. */
import { items } from '../model/list.ts';
import { containersByName, namedContainers } from '../model/namedContainers.ts';
import type { Path } from '../model/path.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { listed } from './words.ts';

/** What an answer means and what to do about it. */
export interface LaunchMeaning {
  readonly id: string;
  readonly means: string;
  /** What this task says of it, and what to change. */
  readonly todo: string;
  /** The place in the task definition that the answer is about. */
  readonly path: Path;
}

interface LaunchAnswer {
  readonly id: string;
  readonly pattern: RegExp;
  readonly means: string;
  readonly here: (task: TaskDefinition, said: readonly string[]) => Pick<LaunchMeaning, 'todo' | 'path'>;
}

/**
 * From the particular to the general: the first that fits a text is its meaning. Sources: the errors documented for
 * RunTask and CreateService, and the words quoted in aws/amazon-ecs-cli #184, muya/amazon-ecs-run-task #7,
 * buildkite-plugins/ecs-deploy-buildkite-plugin #54 and aws-samples/sample-autonomous-cloud-coding-agents #502.
 */
export const launchAnswers: readonly LaunchAnswer[] = [
  {
    id: 'launch-type',
    pattern: /Task definition does not support launch_type (\w+)/i,
    means: 'The task was to be started on a capacity for which its definition was not checked.',
    here: ({ requiresCompatibilities }, [launchType = 'it']) => ({
      path: ['requiresCompatibilities'],
      todo: `This task ${requiresCompatibilities === undefined ? 'does not say what it requires, so ECS decides by the rest of it' : `requires ${listed(items(requiresCompatibilities).map(([one]) => one))}`}: add ${launchType} to "requiresCompatibilities" and mend what is then found, or start it on another capacity.`,
    }),
  },
  {
    id: 'network-config-missing',
    pattern: /Network Configuration must be provided when networkMode 'awsvpc'/i,
    means: 'With awsvpc each task has an address of its own, and the call did not say in which subnets.',
    here: ({ networkMode }) => ({
      path: ['networkMode'],
      todo: `The definition is right: its network mode is ${networkMode ?? 'not said'}. Give the service or RunTask a networkConfiguration with subnets and security groups.`,
    }),
  },
  {
    id: 'network-config-extra',
    pattern: /Network Configuration is not valid for the given networkMode/i,
    means: 'The call named subnets and security groups, which only tasks with awsvpc have.',
    here: ({ networkMode }) => ({
      path: ['networkMode'],
      todo: `The network mode here is ${networkMode ?? 'not said, which means bridge on EC2'}: set awsvpc, or leave networkConfiguration out of the service or RunTask.`,
    }),
  },
  {
    id: 'platform-version',
    pattern: /platform version does not satisfy the task definition's required capabilities/i,
    means: 'The task uses something that the chosen platform version of Fargate does not have yet.',
    here: ({ ephemeralStorage, cpu }) => ({
      path: ephemeralStorage ? ['ephemeralStorage'] : cpu ? ['cpu'] : [],
      todo: 'Start it with platform version LATEST (1.4.0 or newer): EFS, ephemeralStorage, 8 vCPU and more, and tmpfs need it.',
    }),
  },
  {
    id: 'lb-port',
    pattern: /The container (\S+) did not have a container port (\d+) defined/i,
    means: 'The load balancer of the service sends its traffic to a port that the container does not map.',
    here: (task, [name = '', port = '']) => {
      const found = containersByName(namedContainers(task)).get(name);
      const ports = items(found?.definition.portMappings).flatMap(([one]) => one.containerPort ?? []);
      const maps = ports.length === 0 ? 'maps no port' : `maps ${listed(ports.map(String))}`;
      return {
        path: found ? ['containerDefinitions', found.index, 'portMappings'] : ['containerDefinitions'],
        todo: `${found ? `"${name}" ${maps} here` : `There is no container "${name}" here`}: map port ${port}, or name another port in the service.`,
      };
    },
  },
  {
    id: 'lb-container',
    pattern: /The container (\S+) does not exist in the task definition/i,
    means: 'The load balancer of the service names a container that the task does not have.',
    here: (task, [name = '']) => ({
      path: ['containerDefinitions'],
      todo: `The containers here are ${named(namedContainers(task).map((one) => one.name))}: call one of them "${name}", or name another one in the service.`,
    }),
  },
  {
    id: 'sc-port-name',
    pattern: /portName\(([^)]*)\) does not refer to any named PortMapping/i,
    means: 'Service Connect names a port that no port mapping of the task bears.',
    here: (task, [name = '']) => {
      const all = namedContainers(task).flatMap(({ definition }) =>
        items(definition.portMappings).flatMap(([one]) => one.name ?? []),
      );
      return {
        path: ['containerDefinitions'],
        todo: `${all.length === 0 ? 'No port mapping here has a name' : `The names here are ${named(all)}`}: give the mapping the name "${name}", or use another one in the service.`,
      };
    },
  },
  {
    id: 'ebs-service-config',
    pattern: /volume name '([^']*)' in your request does not have a matching volume/i,
    means: 'The call configures a volume that the task definition does not leave open.',
    here: (task, [name = '']) => {
      const open = items(task.volumes).flatMap(([volume]) =>
        volume.configuredAtLaunch ? (volume.name ?? []) : [],
      );
      return {
        path: ['volumes'],
        todo: `${open.length === 0 ? 'No volume here is configured at launch' : `Configured at launch here: ${named(open)}`}. Declare "${name}" with "configuredAtLaunch": true, or name another one in volumeConfigurations.`,
      };
    },
  },
  {
    id: 'overrides-size',
    pattern: /Container Overrides length must be at most (\d+)/i,
    means: 'What RunTask lays over the definition (command, environment …) is too long.',
    here: (_, [most = '8192']) => ({
      path: ['containerDefinitions'],
      todo: `Overrides may have ${most} characters together: put what is long into the definition, an environment file, or a place that the container reads itself.`,
    }),
  },
  {
    id: 'ec2-placement',
    pattern: /\bRESOURCE:(CPU|MEMORY|PORTS|PORTS_TCP|PORTS_UDP|ENI|GPU)\b/,
    means: 'No instance of the cluster has what the task asks for left over.',
    here: (_, [what = '']) => {
      const member: string = MEMBER_OF[what] ?? 'containerDefinitions';
      return {
        path: [member],
        todo: `Instances lack ${WORDS_OF[what] ?? what}: add instances or larger ones, or ask for less in the definition.`,
      };
    },
  },
  {
    id: 'ec2-attribute',
    pattern: /\bATTRIBUTE\b|missing an attribute required by your task/,
    means:
      'No instance has a capability that the task needs: a log driver, an agent that is new enough, an architecture.',
    here: () => ({
      path: ['containerDefinitions'],
      todo: 'Compare requiresAttributes of the registered task with the attributes of the instances: log drivers are enabled by ECS_AVAILABLE_LOGGING_DRIVERS of the agent, others come with a newer agent.',
    }),
  },
];

const MEMBER_OF: Readonly<Record<string, string>> = { CPU: 'cpu', MEMORY: 'memory', ENI: 'networkMode' };
const HOST_PORT = 'a host port, which another task holds: a fixed host port is there once on each instance';
const WORDS_OF: Readonly<Record<string, string>> = {
  CPU: 'CPU units',
  MEMORY: 'memory',
  PORTS: HOST_PORT,
  PORTS_TCP: HOST_PORT,
  PORTS_UDP: HOST_PORT,
  ENI: 'a network interface, of which each task with awsvpc takes one',
  GPU: 'GPUs',
};

/** What a pasted text of RunTask, CreateService or a service event means for this task; `undefined` for any other text. */
export function launchMeaning(task: TaskDefinition, text: string): LaunchMeaning | undefined {
  for (const { id, pattern, means, here } of launchAnswers) {
    const [found, ...said] = pattern.exec(text) ?? [];
    if (found !== undefined) return { id, means, ...here(task, said) };
  }
  return undefined;
}

function named(names: readonly string[]): string {
  return names.length === 0 ? 'none' : listed(names.map((name) => `"${name}"`));
}
