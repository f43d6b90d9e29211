import { expect, it } from 'vitest';
import type { JsonSchema } from './schema.ts';
import { jsonSchema } from './schema.ts';

function under(schema: JsonSchema, ...steps: string[]): unknown {
  return steps.reduce<unknown>(
    (inner, step) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined),
    schema,
  );
}

it('the schema of a task describes its members, and those of a container once', () => {
  const schema = jsonSchema();
  expect(under(schema, 'properties', 'family', 'maxLength')).toBe(255);
  expect(under(schema, 'properties', 'containerDefinitions', 'items')).toEqual({
    $ref: '#/definitions/container',
  });
  expect(
    under(
      schema,
      'definitions',
      'container',
      'properties',
      'dependsOn',
      'items',
      'properties',
      'condition',
      'enum',
    ),
  ).toEqual(['START', 'COMPLETE', 'SUCCESS', 'HEALTHY']);
  expect(
    under(schema, 'definitions', 'container', 'properties', 'healthCheck', 'properties', 'interval'),
  ).toMatchObject({
    type: 'integer',
    minimum: 5,
    maximum: 300,
    default: 30,
  });
  expect(under(schema, 'definitions', 'container', 'required')).toEqual(['name', 'image']);
});

it('no object of the schema forbids further members', () => {
  expect(JSON.stringify(jsonSchema())).not.toContain('"additionalProperties":false');
});

it('the schema is plain data', () => {
  expect(structuredClone(jsonSchema())).toEqual(JSON.parse(JSON.stringify(jsonSchema())));
});

it('the schema of a file in which the task sits deeper leads there', () => {
  const schema = jsonSchema({ root: ['tasks', 0, 'taskDefinition'] });
  expect(
    under(
      schema,
      'properties',
      'tasks',
      'items',
      'properties',
      'taskDefinition',
      'properties',
      'family',
      'type',
    ),
  ).toBe('string');
});

it('a bare container has a schema too', () => {
  const schema = jsonSchema({ of: 'container' });
  expect(under(schema, '$ref')).toBe('#/definitions/container');
});

it('every member can be hovered, with a way to its page', () => {
  expect(under(jsonSchema(), 'properties', 'networkMode', 'markdownDescription')).toMatch(
    /^\*\*Network mode\*\* \(one of awsvpc.+API_RegisterTaskDefinition\.html#ECS-RegisterTaskDefinition-request-networkMode\)$/s,
  );
});
