/**
 * The field tables as a JSON Schema (draft-07), for completion and hover in an editor.
 *
 * It forbids nothing that the tables do not know: judging a text is the reader's and the rules' business.
 */
import { containerFields } from './fields/containerFields.ts';
import type { Field, Fields } from './fields/field.ts';
import { expectedOf, valuesOf } from './fields/shape.ts';
import { taskFields } from './fields/taskFields.ts';
import type { Path } from './path.ts';

/** Plain data, safe to hand to a worker. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

const container = '#/definitions/container';

/**
 * The schema of a file whose task definition (or, on demand, container definition) sits at `root`; the empty path means
 * that the file is one. Other members of such a file are free.
 */
export function jsonSchema(
  about: { readonly of?: 'task' | 'container'; readonly root?: Path } = {},
): JsonSchema {
  const { of = 'task', root = [] } = about;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...around(root, of === 'container' ? { $ref: container } : structure(taskFields)),
    definitions: { container: structure(containerFields) },
  };
}

function around(root: Path, schema: JsonSchema): JsonSchema {
  return root.reduceRight<JsonSchema>(
    (inner, step) =>
      typeof step === 'number'
        ? { type: 'array', items: inner }
        : { type: 'object', properties: { [step]: inner } },
    schema,
  );
}

function structure(fields: Fields): JsonSchema {
  const members = Object.entries(fields);
  const required = members.filter(([, field]) => field.required).map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(members.map(([name, field]) => [name, member(field)])),
    ...(required.length > 0 && { required }),
  };
}

/** A member with what a hover says of it. */
function member(field: Field): JsonSchema {
  return {
    ...value(field),
    title: field.label,
    description: field.help,
    markdownDescription: hover(field),
    ...('default' in field && field.default !== undefined && { default: field.default }),
    ...(field.ended !== undefined && { deprecated: true, deprecationMessage: field.ended }),
  };
}

function value(field: Field): JsonSchema {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return {
        type: 'string',
        ...(field.maxLength !== undefined && { maxLength: field.maxLength }),
        ...(field.suggestions && { examples: field.suggestions }),
      };
    case 'enum':
      return { type: 'string', enum: valuesOf(field), enumDescriptions: Object.values(field.values) };
    case 'boolean':
      return { type: 'boolean' };
    case 'list':
      return {
        type: 'array',
        items: isContainer(field.item) ? { $ref: container } : member(field.item),
        ...(field.maxItems !== undefined && { maxItems: field.maxItems }),
      };
    case 'map':
      return { type: 'object', additionalProperties: { type: 'string' } };
    case 'structure':
      return structure(field.fields);
    default:
      return {
        type: 'integer',
        ...(field.min !== undefined && { minimum: field.min }),
        ...(field.max !== undefined && { maximum: field.max }),
      };
  }
}

function isContainer(field: Field): boolean {
  return field.kind === 'structure' && field.fields === containerFields;
}

function hover(field: Field): string {
  const lines = [`**${field.label}** (${expectedOf(field)})`, field.help];
  if (field.capacityNote) lines.push(field.capacityNote);
  if (field.ended) lines.push(field.ended);
  if (field.docs) lines.push(`[API reference](${field.docs})`);
  return lines.join('\n\n');
}
