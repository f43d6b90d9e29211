/** A Compose file that starts the task on one's own machine: same order, same gates, same loopback. */
import { effectiveNetworkMode } from '../model/capacities.ts';
import type { ContainerDefinition } from '../model/containerDefinition.ts';
import { items } from '../model/list.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { portsOf, type Surroundings, serviceOf, sysctls } from './compose/service.ts';
import type { Format, Loss } from './format.ts';
import { eachOnce, lostInView } from './write/losses.ts';
import type { PlainMap } from './write/plain.ts';
import { yamlText } from './write/yamlText.ts';

export const dockerCompose: Format = {
  id: 'docker-compose',
  label: 'Docker Compose',
  extension: 'compose.yaml',
  write: (task, text, source) => {
    const { file, losses } = composeFile(task);
    return { text: yamlText(file), losses: eachOnce([...lostInView(text, source), ...losses]) };
  },
};

/** What holds the network that all containers of an awsvpc task share; it does nothing else. */
const NETWORK_IMAGE = 'registry.k8s.io/pause:3.10';

function composeFile(task: TaskDefinition): { readonly file: PlainMap; readonly losses: readonly Loss[] } {
  const losses: Loss[] = [];
  const mode = effectiveNetworkMode(task);
  const containers = items(task.containerDefinitions);
  const names = serviceNames(containers.map(([{ name = '' }]) => name));
  const network = mode === 'awsvpc' ? freeName('task-network', names) : undefined;
  const around: Surroundings = {
    task,
    ...(network === undefined ? {} : { network }),
    hostNetwork: mode === 'host',
    serviceOf: (name) =>
      names[containers.findIndex(([container]) => container.name === name)] ?? serviceName(name),
    lose: (path, message) => losses.push({ path, message }),
  };
  const services: [string, PlainMap][] = containers.map(([container, index], place) => [
    names[place] ?? '',
    serviceOf(names[place] ?? '', container, ['containerDefinitions', index], around),
  ]);
  if (network !== undefined) services.unshift([network, networkService(containers, around)]);
  const project = (task.family ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '');
  if (project !== task.family)
    around.lose(
      ['family'],
      `The project is called ${project || 'as its folder'}: Compose takes small letters.`,
    );
  nameTaskDifferences(task, around);
  const volumes = items(task.volumes).filter(([{ host }]) => host?.sourcePath === undefined);
  return {
    file: {
      ...(project === '' ? {} : { name: project }),
      services: Object.fromEntries(services),
      ...(volumes.length === 0
        ? {}
        : { volumes: Object.fromEntries(volumes.map(([{ name = '' }]) => [name, {}])) }),
    },
    losses,
  };
}

function networkService(
  containers: ReturnType<typeof items<ContainerDefinition>>,
  around: Surroundings,
): PlainMap {
  const ports = [...new Set(containers.flatMap(([container]) => portsOf(container, true)))];
  const settings = containers.map(([container, index]) =>
    sysctls(container, ['containerDefinitions', index], around),
  );
  const all: PlainMap = Object.assign({}, ...settings);
  return {
    image: NETWORK_IMAGE,
    ...(ports.length === 0 ? {} : { ports }),
    ...(Object.keys(all).length === 0 ? {} : { sysctls: all }),
  };
}

/** One service name a container: the container's own where Compose takes it, told apart by a number. */
function serviceNames(containers: readonly string[]): string[] {
  const taken: string[] = [];
  for (const name of containers) taken.push(freeName(serviceName(name), taken));
  return taken;
}

function serviceName(container: string): string {
  return container.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '') || 'container';
}

function freeName(wanted: string, taken: readonly string[]): string {
  let name = wanted;
  for (let count = 2; taken.includes(name); count += 1) name = `${wanted}-${count}`;
  return name;
}

function nameTaskDifferences(task: TaskDefinition, { lose }: Surroundings): void {
  for (const [{ essential, name }, index] of items(task.containerDefinitions)) {
    if (essential !== false) {
      lose(
        ['containerDefinitions', index, 'essential'],
        `When ${name ?? 'it'} ends, Compose lets the others run on; ECS stops the task.`,
      );
    }
  }
  for (const role of ['taskRoleArn', 'executionRoleArn'] as const) {
    if (task[role] !== undefined) lose([role], `${role} is left out: there is no AWS role on this machine.`);
  }
  for (const [volume, index] of items(task.volumes)) {
    const name = volume.name ?? 'The volume';
    for (const kind of Object.keys(volume).filter((member) => !['name', 'host'].includes(member)))
      lose(['volumes', index, kind], `${name} is an empty volume of Docker here.`);
    if (volume.host?.sourcePath !== undefined)
      lose(
        ['volumes', index],
        `${name} is the folder ${volume.host.sourcePath}: Compose has no name for it.`,
      );
  }
  for (const [member, why] of [
    ['requiresCompatibilities', 'this machine takes the place of Fargate or EC2'],
    ['cpu', 'the machine itself is the limit'],
    ['memory', 'the machine itself is the limit'],
    ['ephemeralStorage', 'the machine itself is the limit'],
    ['pidMode', 'each container has processes of its own'],
    ['ipcMode', 'each container has shared memory of its own'],
    ['proxyConfiguration', 'nothing turns traffic through the proxy'],
    ['placementConstraints', 'there is one machine'],
    ['inferenceAccelerators', 'there are none'],
    ['enableFaultInjection', 'there is no fault injection'],
    ['tags', 'they belong to AWS'],
  ] as const) {
    if (task[member] !== undefined) lose([member], `${member} is left out: ${why}.`);
  }
  if (task.runtimePlatform?.operatingSystemFamily !== undefined)
    lose(
      ['runtimePlatform', 'operatingSystemFamily'],
      'operatingSystemFamily is left out: Docker runs Linux here.',
    );
}
