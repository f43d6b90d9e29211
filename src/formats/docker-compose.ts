/** A Compose file that starts the task on one's own machine: same order, same gates, same loopback. */
import { effectiveNetworkMode } from '../model/capacities.ts';
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
    serviceOf(container, ['containerDefinitions', index], around),
  ]);
  if (network !== undefined) services.unshift([network, networkService(containers.map(([one]) => one))]);
  nameTaskDifferences(task, around);
  const project = (task.family ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '');
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

function networkService(containers: readonly Parameters<typeof portsOf>[0][]): PlainMap {
  const ports = [...new Set(containers.flatMap((container) => portsOf(container, true)))];
  const settings = Object.assign({}, ...containers.map(sysctls)) as PlainMap;
  return {
    image: NETWORK_IMAGE,
    ...(ports.length === 0 ? {} : { ports }),
    ...(Object.keys(settings).length === 0 ? {} : { sysctls: settings }),
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
    const kind = Object.keys(volume).find((member) => !['name', 'host'].includes(member));
    if (kind !== undefined) {
      lose(['volumes', index, kind], `${volume.name ?? 'The volume'} is an empty volume of Docker here.`);
    }
  }
  for (const [member, why] of [
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
}
