/** Members of a container definition about CPU, memory and accelerators. */
import type {
  ContainerDefinition,
  NvidiaMps,
  ResourceRequirement,
  SharingStrategy,
} from '../../containerDefinition.ts';
import { fieldsOf, on } from '../field.ts';

const nvidiaMps = fieldsOf<NvidiaMps>(
  { type: 'NvidiaMpsAllocation' },
  {
    memory: {
      kind: 'mebibytes',
      label: 'GPU memory',
      required: 'client',
      min: 1,
      help: 'How much memory of a GPU the container gets, in MiB. ECS picks a GPU that has so much left.',
    },
    maxComputePercent: {
      kind: 'percent',
      label: 'Share of compute',
      default: 100,
      min: 1,
      max: 100,
      help: 'The most of the GPU’s compute that the container may use, in per cent; 100 unless you say otherwise.',
    },
  },
);

const sharingStrategy = fieldsOf<SharingStrategy>(
  { type: 'SharingStrategy' },
  {
    nvidiaMps: {
      kind: 'structure',
      label: 'NVIDIA MPS',
      help: 'Shares one GPU through NVIDIA’s Multi-Process Service. The only way of sharing there is.',
      fields: nvidiaMps,
    },
  },
);

const resourceRequirement = fieldsOf<ResourceRequirement>(
  { type: 'ResourceRequirement' },
  {
    type: {
      kind: 'enum',
      label: 'Kind',
      required: 'client',
      help: 'What is needed. Fargate has none of them.',
      values: {
        GPU: 'graphics processors',
        NeuronDevice: 'AWS Trainium or Inferentia, on Managed Instances',
        InferenceAccelerator: 'Elastic Inference; it has ended',
      },
    },
    value: {
      kind: 'text',
      label: 'Value',
      help: 'For GPU how many, or ALL; for NeuronDevice ALL. Left out where a sharing strategy is given.',
      suggestions: ['1', 'ALL'],
    },
    sharingStrategy: {
      kind: 'structure',
      label: 'Sharing',
      rare: true,
      help: 'Shares one GPU with other containers, in place of a number of GPUs. All GPU containers of a task take GPUs in the same way.',
      capacities: on('n', 'n', 'y', 'n', 'y'),
      fields: sharingStrategy,
    },
  },
);

export const resources = fieldsOf<
  Pick<ContainerDefinition, 'cpu' | 'memory' | 'memoryReservation' | 'resourceRequirements'>
>(
  { type: 'ContainerDefinition', group: 'Resources' },
  {
    cpu: {
      kind: 'cpuUnits',
      label: 'CPU',
      default: 0,
      min: 0,
      help: 'CPU units set aside for this container, 1024 to a vCPU; together not more than the task has. What is free is shared in this proportion.',
    },
    memory: {
      kind: 'mebibytes',
      label: 'Memory limit',
      min: 6,
      help: 'The hard limit in MiB: beyond it the container is killed, exit code 137. At least 6, not more than the task has. Without a size of the task, this or the reservation must be given.',
    },
    memoryReservation: {
      kind: 'mebibytes',
      label: 'Memory reservation',
      min: 6,
      help: 'The soft limit in MiB: set aside for the container, which may use more while there is some. Not more than the memory limit.',
      capacities: on('y', '?', 'y', 'y', 'y'),
    },
    resourceRequirements: {
      kind: 'list',
      label: 'Accelerators',
      table: true,
      rare: true,
      help: 'GPUs or Neuron devices that the container needs. The host must have them.',
      capacities: on('n', 'n', 'y', 'c', 'y'),
      capacityNote: 'On ECS Anywhere GPUs only.',
      item: {
        kind: 'structure',
        label: 'Accelerator',
        help: 'One kind of device.',
        fields: resourceRequirement,
      },
    },
  },
);
