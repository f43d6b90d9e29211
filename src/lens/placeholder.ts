/** Placeholders of templates inside the texts of a plain JSON file, where ECS wants a name, a size or a word of its own. */
import type { Field, TextFormat } from '../model/fields/field.ts';

/** `${X}`, `{{X}}`, `%{X}`, `#{X}`, `<X>`, `$X`. */
const PLACEHOLDER = /[$%#]\{[^{}]{0,200}|\{\{|<[A-Za-z_][^<>]{0,100}>|\$[A-Za-z_]/;

/** Formats in which none of these characters is ever right. */
const NAMED: ReadonlySet<TextFormat> = new Set<TextFormat>([
  'image',
  'role',
  'containerName',
  'secret',
  'volumeName',
  'link',
  'taskCpu',
  'taskMemory',
]);

/**
 * Whether a text stands for something that a template fills in later. Free text (commands, environment values, log
 * options, labels) never does: `${…}` there is the shell's or Fluent Bit's.
 */
export function isPlaceholder(text: string, field: Field): boolean {
  return PLACEHOLDER.test(text) && !isFreeText(field);
}

function isFreeText(field: Field): boolean {
  if (field.kind === 'longText') return true;
  if (field.kind !== 'text') return false;
  return field.pattern === undefined && (field.format === undefined || !NAMED.has(field.format));
}
