import { expect, it } from 'vitest';
import { withMemory } from './containers.ts';

it('memory that a container needs stands where people write it', () => {
  const order = (definition: Parameters<typeof withMemory>[1]) => Object.keys(withMemory({}, definition));
  expect(order({ name: 'a', image: 'i', essential: true, command: [] })).toEqual([
    'name',
    'image',
    'memory',
    'essential',
    'command',
  ]);
  expect(order({ name: 'a', image: 'i', essential: true, cpu: 10, command: [] })).toEqual([
    'name',
    'image',
    'essential',
    'cpu',
    'memory',
    'command',
  ]);
  expect(order({ name: 'a' })).toEqual(['name', 'memory']);
});
