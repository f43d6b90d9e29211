import type { Field, Fields } from '../../../src/model/fields/field.ts';
import type { Json } from '../../../src/model/json.ts';
import type { Path } from '../../../src/model/path.ts';

/** Items that make sense by themselves, by the list they are for. */
const templates: Readonly<Record<string, Json>> = {
  ulimits: { name: 'nofile', softLimit: 65535, hardLimit: 65535 },
  systemControls: { namespace: 'net.core.somaxconn', value: '1024' },
  placementConstraints: { type: 'memberOf', expression: 'attribute:ecs.os-type == linux' },
  tags: { key: '', value: '' },
  tmpfs: { containerPath: '/tmp', size: 64 },
  devices: { hostPath: '/dev/fuse' },
};

/** What a list gets when an item is added to it: what it cannot do without, to be filled in. */
export function newItem(list: Path, item: Field): Json {
  const name = String(list.at(-1));
  return (Object.hasOwn(templates, name) ? templates[name] : undefined) ?? emptyValue(item);
}

/** A value of a field with all that clients or ECS demand of it; where they demand nothing, its first member. */
export function emptyValue(field: Field): Json {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return field.default ?? '';
    case 'enum':
      return field.default ?? Object.keys(field.values)[0] ?? '';
    case 'boolean':
      return field.required !== undefined || field.default === true;
    case 'list':
      return [];
    case 'map':
      return {};
    case 'structure':
      return emptyStructure(field.fields);
    default:
      return field.default ?? field.min ?? 0;
  }
}

function emptyStructure(fields: Fields): Json {
  const entries = Object.entries(fields);
  const demanded = entries.filter(([, { required }]) => required !== undefined);
  return Object.fromEntries(
    (demanded.length > 0 ? demanded : entries.slice(0, 1)).map(([name, member]) => [
      name,
      emptyValue(member),
    ]),
  );
}
