/** All 18 members of a task definition: the root of the field tables, from which every path is reached. */
import type {
  EphemeralStorage,
  InferenceAccelerator,
  KeyValuePair,
  PlacementConstraint,
  ProxyConfiguration,
  RuntimePlatform,
  Tag,
  TaskDefinition,
} from '../taskDefinition.ts';
import { containerFields } from './containerFields.ts';
import type { FieldsFor } from './field.ts';
import { fieldsOf, on } from './field.ts';
import { volumeFields } from './volumeFields.ts';

const type = 'RegisterTaskDefinition';

const placementConstraint = fieldsOf<PlacementConstraint>(
  { type: 'TaskDefinitionPlacementConstraint' },
  {
    type: {
      kind: 'enum',
      label: 'Kind',
      help: 'There is only one kind in a task definition.',
      values: { memberOf: 'hosts that fit the expression' },
    },
    expression: {
      kind: 'longText',
      label: 'Expression',
      help: 'In the cluster query language, such as attribute:ecs.instance-type =~ t3.*',
    },
  },
);

const tag = fieldsOf<Tag>(
  { type: 'Tag' },
  {
    key: {
      kind: 'text',
      label: 'Key',
      maxLength: 128,
      pattern: '^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{1,128}$',
      help: 'Up to 128 letters, digits, spaces and _ . : / = + - @, used once. Not beginning with aws:.',
    },
    value: {
      kind: 'text',
      label: 'Value',
      maxLength: 256,
      pattern: '^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{0,256}$',
      help: 'Up to 256 of the same characters; it may be empty.',
    },
  },
);

const proxyProperty = fieldsOf<KeyValuePair>(
  { type: 'KeyValuePair' },
  {
    name: {
      kind: 'text',
      label: 'Name',
      help: 'Which setting.',
      suggestions: [
        'IgnoredUID',
        'IgnoredGID',
        'AppPorts',
        'ProxyIngressPort',
        'ProxyEgressPort',
        'EgressIgnoredPorts',
        'EgressIgnoredIPs',
      ],
    },
    value: { kind: 'text', label: 'Value', help: 'Its value as text; several with commas between them.' },
  },
);

const proxyConfiguration = fieldsOf<ProxyConfiguration>(
  { type: 'ProxyConfiguration' },
  {
    type: {
      kind: 'enum',
      label: 'Kind',
      default: 'APPMESH',
      help: 'There is only one kind.',
      values: { APPMESH: 'App Mesh' },
    },
    containerName: {
      kind: 'text',
      format: 'containerName',
      label: 'Proxy container',
      required: 'client',
      help: 'The container that the traffic is led through.',
    },
    properties: {
      kind: 'list',
      label: 'Properties',
      table: true,
      help: 'Which traffic is led through the proxy: AppPorts, ProxyIngressPort, ProxyEgressPort, IgnoredUID or IgnoredGID, EgressIgnoredPorts, EgressIgnoredIPs.',
      item: { kind: 'structure', label: 'Property', help: 'A setting and its value.', fields: proxyProperty },
    },
  },
);

const inferenceAccelerator = fieldsOf<InferenceAccelerator>(
  { type: 'InferenceAccelerator' },
  {
    deviceName: { kind: 'text', label: 'Name', required: 'client', help: 'What containers call the device.' },
    deviceType: {
      kind: 'text',
      label: 'Type',
      required: 'client',
      help: 'The type of Elastic Inference device.',
    },
  },
);

const ephemeralStorage = fieldsOf<EphemeralStorage>(
  { type: 'EphemeralStorage' },
  {
    sizeInGiB: {
      kind: 'gibibytes',
      label: 'Size',
      required: 'client',
      min: 21,
      max: 200,
      help: 'The disk of the task in GiB, 21 to 200. For 20, which costs nothing extra, leave the whole member out.',
    },
  },
);

const runtimePlatform = fieldsOf<RuntimePlatform>(
  { type: 'RuntimePlatform' },
  {
    cpuArchitecture: {
      kind: 'enum',
      label: 'CPU architecture',
      default: 'X86_64',
      help: 'The architecture of the images. X86_64 unless you say otherwise; ARM64 is Graviton, for Linux only.',
      values: { X86_64: 'Intel and AMD', ARM64: 'AWS Graviton' },
    },
    operatingSystemFamily: {
      kind: 'enum',
      label: 'Operating system',
      default: 'LINUX',
      help: 'What the containers run on. All containers of a service must have the same. Fargate takes Linux and the 2019 and 2022 families of Windows.',
      values: {
        LINUX: 'Linux',
        WINDOWS_SERVER_2025_FULL: 'Windows Server 2025 Full',
        WINDOWS_SERVER_2025_CORE: 'Windows Server 2025 Core',
        WINDOWS_SERVER_2022_FULL: 'Windows Server 2022 Full',
        WINDOWS_SERVER_2022_CORE: 'Windows Server 2022 Core',
        WINDOWS_SERVER_2019_FULL: 'Windows Server 2019 Full',
        WINDOWS_SERVER_2019_CORE: 'Windows Server 2019 Core',
        WINDOWS_SERVER_2016_FULL: 'Windows Server 2016 Full',
        WINDOWS_SERVER_2004_CORE: 'Windows Server 2004 Core',
        WINDOWS_SERVER_20H2_CORE: 'Windows Server 20H2 Core',
      },
    },
  },
);

const general = fieldsOf<
  Pick<
    TaskDefinition,
    'family' | 'requiresCompatibilities' | 'cpu' | 'memory' | 'runtimePlatform' | 'ephemeralStorage'
  >
>(
  { type, group: 'General' },
  {
    family: {
      kind: 'text',
      label: 'Family',
      required: 'client',
      pattern: '^[A-Za-z0-9_-]{1,255}$',
      maxLength: 255,
      help: 'The name under which revisions are counted: up to 255 letters, digits, hyphens and underscores.',
    },
    requiresCompatibilities: {
      kind: 'list',
      label: 'For',
      help: 'The capacities that ECS checks the definition for when it is registered. Left out, it is checked as for EC2 only.',
      item: {
        kind: 'enum',
        label: 'Capacity',
        help: 'One kind of capacity.',
        values: {
          FARGATE: 'Fargate: no hosts to look after',
          EC2: 'your own EC2 instances',
          MANAGED_INSTANCES: 'ECS Managed Instances: EC2 that ECS looks after',
          EXTERNAL: 'ECS Anywhere: your own machines',
        },
      },
    },
    cpu: {
      kind: 'text',
      format: 'taskCpu',
      label: 'CPU',
      help: 'The size of the whole task, as text: CPU units such as 1024, or 1 vCPU. Fargate demands it, together with a memory that fits; elsewhere 128 to 196608.',
      capacities: on('y', 'c', 'y', 'y', 'y'),
      capacityNote: 'At least 1 vCPU for Windows on Fargate; without effect for Windows on EC2.',
    },
    memory: {
      kind: 'text',
      format: 'taskMemory',
      label: 'Memory',
      help: 'The size of the whole task, as text: MiB such as 2048, or 2 GB. Fargate demands it, together with a CPU that fits. Containers without a limit of their own share it.',
      capacityNote: 'Without effect for Windows on EC2.',
    },
    runtimePlatform: {
      kind: 'structure',
      label: 'Platform',
      help: 'The operating system and the CPU architecture that the images are made for.',
      fields: runtimePlatform,
    },
    ephemeralStorage: {
      kind: 'structure',
      label: 'Ephemeral storage',
      help: 'More disk than the 20 GiB that a task on Fargate has: 21 to 200 GiB.',
      capacities: on('y', 'y', 'n', '?', 'n'),
      capacityNote: 'On Fargate for Linux from platform version 1.4.0.',
      fields: ephemeralStorage,
    },
  },
);

const roles = fieldsOf<Pick<TaskDefinition, 'taskRoleArn' | 'executionRoleArn'>>(
  { type, group: 'Roles' },
  {
    taskRoleArn: {
      kind: 'text',
      format: 'role',
      label: 'Task role',
      help: 'The IAM role that code in any container of the task uses to call AWS, sidecars too. ARN or short name.',
    },
    executionRoleArn: {
      kind: 'text',
      format: 'role',
      label: 'Execution role',
      help: 'The IAM role that ECS itself uses before the containers run: to pull images, fetch secrets, write awslogs. ARN or short name.',
      capacities: on('c', 'c', 'c', 'c', 'c'),
      capacityNote: 'Needed for private ECR images and awslogs on Fargate, and wherever secrets are fetched.',
    },
  },
);

const network = fieldsOf<Pick<TaskDefinition, 'networkMode' | 'proxyConfiguration'>>(
  { type, group: 'Network' },
  {
    networkMode: {
      kind: 'enum',
      label: 'Network mode',
      help: 'How containers reach each other and the world. Fargate takes awsvpc only; left out, EC2 for Linux takes bridge, Managed Instances awsvpc.',
      capacities: on('c', 'c', 'y', 'c', 'c'),
      capacityNote:
        'Fargate: awsvpc. ECS Anywhere: bridge, host, none. Managed Instances: awsvpc, host. Windows on EC2: left out, or awsvpc.',
      values: {
        awsvpc: 'one network interface for the task; containers meet on 127.0.0.1',
        bridge: 'Docker’s network on the host, with mapped ports',
        host: 'the host’s own network',
        none: 'no network outside the container',
      },
    },
    proxyConfiguration: {
      kind: 'structure',
      label: 'Proxy configuration',
      rare: true,
      help: 'Leads the traffic of the task through an Envoy of App Mesh. It adds no start order.',
      capacities: on('c', '?', 'c', '?', 'n'),
      capacityNote: 'Only with network mode awsvpc.',
      ended: 'App Mesh ended on 2026-09-30. ECS Service Connect takes its place.',
      fields: proxyConfiguration,
    },
  },
);

const parts = fieldsOf<Pick<TaskDefinition, 'containerDefinitions' | 'volumes'>>(
  { type, group: 'Parts' },
  {
    containerDefinitions: {
      kind: 'list',
      label: 'Containers',
      required: 'client',
      maxItems: 10,
      help: 'The containers that are placed, started and stopped together, one to ten.',
      item: {
        kind: 'structure',
        label: 'Container',
        help: 'One container of the task.',
        fields: containerFields,
      },
    },
    volumes: {
      kind: 'list',
      label: 'Volumes',
      help: 'The volumes that containers may mount. Each has one kind; without one it is empty and lives as long as the task.',
      item: { kind: 'structure', label: 'Volume', help: 'One volume of the task.', fields: volumeFields },
    },
  },
);

const advanced = fieldsOf<
  Pick<
    TaskDefinition,
    'pidMode' | 'ipcMode' | 'placementConstraints' | 'enableFaultInjection' | 'tags' | 'inferenceAccelerators'
  >
>(
  { type, group: 'Advanced' },
  {
    pidMode: {
      kind: 'enum',
      label: 'Process IDs',
      rare: true,
      linuxOnly: true,
      help: 'Whose processes a container sees: left out, only its own.',
      capacities: on('c', 'n', 'y', 'y', '?'),
      capacityNote: 'On Fargate only task, from platform version 1.4.0.',
      values: { task: 'those of all containers of the task', host: 'those of the host' },
    },
    ipcMode: {
      kind: 'enum',
      label: 'Shared memory and queues',
      rare: true,
      linuxOnly: true,
      help: 'With whom a container shares System V IPC: left out, as Docker on the host is set.',
      capacities: on('n', 'n', 'y', 'y', 'n'),
      values: { task: 'with all containers of the task', host: 'with the host', none: 'with nobody' },
    },
    placementConstraints: {
      kind: 'list',
      label: 'Placement constraints',
      table: true,
      rare: true,
      maxItems: 10,
      help: 'On which hosts the task may run. At most ten, together with those given at launch.',
      capacities: on('n', 'n', 'y', '?', '?'),
      item: {
        kind: 'structure',
        label: 'Constraint',
        help: 'What a host must have.',
        fields: placementConstraint,
      },
    },
    enableFaultInjection: {
      kind: 'boolean',
      label: 'Fault injection',
      default: false,
      rare: true,
      help: 'Opens the fault injection endpoints to every container of the task. For test environments. Only with network mode awsvpc or host.',
      capacities: on('y', '?', 'y', '?', '?'),
      capacityNote: 'Only with network mode awsvpc or host.',
    },
    tags: {
      kind: 'list',
      label: 'Tags',
      table: true,
      maxItems: 50,
      help: 'Tags of the task definition, at most 50. An empty list is refused: leave the member out.',
      item: { kind: 'structure', label: 'Tag', help: 'A key and a value.', fields: tag },
    },
    inferenceAccelerators: {
      kind: 'list',
      label: 'Inference accelerators',
      table: true,
      rare: true,
      ended:
        'Elastic Inference has ended: ECS refuses it. GPUs and Neuron devices are asked for per container.',
      help: 'Elastic Inference devices. ECS refuses them.',
      capacities: on('n', 'n', 'n', 'n', 'n'),
      item: { kind: 'structure', label: 'Accelerator', help: 'One device.', fields: inferenceAccelerator },
    },
  },
);

export const taskFields = {
  ...general,
  ...roles,
  ...network,
  ...parts,
  ...advanced,
} satisfies FieldsFor<TaskDefinition>;

/** The headings under which a task's members stand, in order. */
export const taskGroups = ['General', 'Roles', 'Network', 'Parts', 'Advanced'] as const;
