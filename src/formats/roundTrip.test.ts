/** What is written comes back: the same task but for named losses, and without an error where there was none. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { read } from '../lens/index.ts';
import { anyTask, catalogued } from './testing/generated.ts';
import { isLegal, readBack, roundTrip } from './testing/roundTrip.ts';
import { written } from './testing/written.ts';

const tasks = [...written.map(([name, reading]) => [name, reading] as const), ...catalogued];
const legal = tasks.filter(([, reading]) => isLegal(reading));

test('enough of the tasks have no error for the law to mean something', () => {
  expect(legal.length).toBeGreaterThan(60);
});

describe.each(readBack)('%s', (id) => {
  it('gives back each example, each entry of the catalogue and what ECS accepts', () => {
    for (const [name, reading] of tasks) {
      const { unnamed, errors, problems } = roundTrip(id, reading);
      expect({ name, unnamed, errors, problems }).toEqual({ name, unnamed: [], errors: [], problems: [] });
    }
  });

  it('gives back any task of the field tables', () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        const { unnamed, errors } = roundTrip(id, read(JSON.stringify(task)));
        expect({ unnamed, errors }).toEqual({ unnamed: [], errors: [] });
      }),
      { numRuns: 60 },
    );
  });
});

it('would see a member that goes missing, and one that comes', () => {
  const { unnamed, errors } = roundTrip(
    'register',
    read(
      '{"family": "a", "cpu": "256", "containerDefinitions": [{"name": "c", "image": "d", "memory": 64}]}',
    ),
    {
      write: () => ({
        text: '{"family": "b", "containerDefinitions": [{"name": "c", "image": "d"}]}',
        losses: [],
      }),
    },
  );
  expect(unnamed).toEqual([
    'family: "a" became "b"',
    'cpu: "256" became nothing',
    'containerDefinitions[0].memory: 64 became nothing',
  ]);
  expect(errors).toMatchObject([expect.stringMatching(/^memory-missing at /)]);
});
