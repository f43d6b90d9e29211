/** GPUs and Neuron devices. */
import { items } from '../model/list.ts';
import type { Reading } from '../model/reading.ts';
import type { Rule } from './rule.ts';
import { requires } from './terms/capacity.ts';
import { ec2 } from './terms/examples.ts';
import { api } from './terms/sources.ts';
import { containersOf, known } from './terms/view.ts';

const need = (...resourceRequirements: object[]) => ({ resourceRequirements });
const GPU = { type: 'GPU', value: '1' };
const SHARED = { type: 'GPU', sharingStrategy: { nvidiaMps: { memory: 4096 } } };
const NEURON = { type: 'NeuronDevice', value: 'ALL' };
const managed = { requiresCompatibilities: ['MANAGED_INSTANCES'], networkMode: 'awsvpc' };

/** In reading order. */
export const gpuRules: readonly Rule[] = [
  {
    id: 'gpu-sharing',
    severity: 'error',
    title: 'GPUs of a task are whole or shared, in one way',
    why: 'A requirement has a value (whole GPUs) or a sharing strategy, all containers of a task use the same of the two, and sharing exists for GPUs on EC2 and Managed Instances.',
    source: api('ResourceRequirement', 'the words of the service are not known'),
    examples: {
      good: [
        { title: 'Shared by two', task: ec2({}, need(SHARED), need(SHARED)) },
        { title: 'Whole', task: ec2({}, need(GPU)) },
      ],
      bad: [
        { title: 'Both in one', task: ec2({}, need({ ...SHARED, value: '1' })) },
        { title: 'One shares, one does not', task: ec2({}, need(SHARED), need(GPU)) },
        { title: 'Another type', task: ec2(managed, need({ ...SHARED, type: 'NeuronDevice' })) },
      ],
    },
    *check(reading) {
      const all = requirementsOf(reading);
      const shared = all.filter(({ requirement }) => requirement.sharingStrategy !== undefined);
      const whole = all.find(
        ({ requirement }) => requirement.type === 'GPU' && requirement.sharingStrategy === undefined,
      );
      for (const { requirement, path, called } of shared) {
        const wrong = [
          requirement.value !== undefined && 'has a value as well',
          requirement.type !== undefined &&
            requirement.type !== 'GPU' &&
            `is for ${requirement.type}, not for GPU`,
          whole && `stands beside the whole GPU of ${whole.called}`,
          requires(reading, 'EXTERNAL') && 'does not exist on ECS Anywhere',
        ].find((words) => typeof words === 'string');
        if (wrong === undefined) continue;
        yield {
          path,
          message: `The GPU sharing of ${called} ${wrong}: use whole GPUs with "value", or sharing for GPUs alone, in the same way in all containers.`,
          ...(requirement.value !== undefined && {
            fix: {
              label: 'Ask for whole GPUs',
              safe: false,
              edits: [{ op: 'remove', path: [...path, 'sharingStrategy'] }],
            },
          }),
        };
      }
    },
  },
  {
    id: 'neuron',
    severity: 'error',
    title: 'Neuron devices: all of them, for one container, on Managed Instances',
    why: 'Only Managed Instances hand out Neuron devices this way, and one container gets all that the instance has.',
    source: api('ResourceRequirement', 'the words of the service are not known'),
    examples: {
      good: [{ title: 'All, for one container', task: ec2(managed, need(NEURON)) }],
      bad: [
        { title: 'On EC2', task: ec2({}, need(NEURON)) },
        { title: 'A number', task: ec2(managed, need({ ...NEURON, value: '2' })) },
        { title: 'Two containers', task: ec2(managed, need(NEURON), need(NEURON)) },
      ],
    },
    *check(reading) {
      const neurons = requirementsOf(reading).filter(
        ({ requirement }) => requirement.type === 'NeuronDevice' && requirement.sharingStrategy === undefined,
      );
      const capacities = items(reading.task.requiresCompatibilities).map(([capacity]) => capacity);
      const managedOnly =
        capacities.length > 0 && capacities.every((capacity) => capacity === 'MANAGED_INSTANCES');
      const capacityKnown = known(reading, ['requiresCompatibilities']);
      for (const [place, { requirement, path, called }] of neurons.entries()) {
        const wrong = [
          capacityKnown && !managedOnly && 'but only Managed Instances have them',
          requirement.value !== 'ALL' && 'but the value must be "ALL"',
          place > 0 && `but ${neurons[0]?.called} has them already`,
        ].find((words) => typeof words === 'string');
        if (wrong === undefined) continue;
        yield {
          path,
          message: `${called} asks for Neuron devices, ${wrong}.`,
          fix: {
            label: `Remove the Neuron devices of ${called}`,
            safe: false,
            edits: [{ op: 'remove', path }],
          },
        };
      }
    },
  },
];

function requirementsOf(reading: Reading) {
  return containersOf(reading).flatMap(({ definition, at, called }) =>
    items(definition.resourceRequirements).flatMap(([requirement, index]) => {
      const path = [...at, 'resourceRequirements', index];
      return known(reading, [...path, 'type']) && known(reading, [...path, 'value'])
        ? [{ requirement, path, called }]
        : [];
    }),
  );
}
