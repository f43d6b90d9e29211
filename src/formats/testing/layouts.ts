/** The ways in which people and programs write one value down, as JSON and as YAML. */
import { type Layout, laidOut } from '../../lens/testing/layout.ts';
import type { Json } from '../../model/json.ts';

export type Written = (value: Json) => string;

const PLAIN: Layout = {
  unit: '  ',
  eol: '\n',
  colon: ': ',
  gap: ' ',
  pad: '',
  inlineScalars: false,
  hugging: false,
  inlineItems: false,
  around: ['', '\n'],
  empty: 'nothing',
  trailingCommas: false,
};
const json = (layout: Partial<Layout>): Written => {
  return (value) => laidOut(value, { ...PLAIN, ...layout });
};

export const TWO_SPACES = json({});
/** ConvertTo-Json of Windows PowerShell: everything stands in the column of its bracket. */
export const POWER_SHELL: Written = (value) => `${aligned(value, 0)}\r\n`;

/** JSON, by the name of the way. */
export const jsonLayouts: Readonly<Record<string, Written>> = {
  'two spaces': TWO_SPACES,
  'four spaces and lists of one line': json({
    unit: '    ',
    inlineScalars: true,
    inlineItems: true,
    pad: ' ',
    around: ['', ''],
  }),
  tabs: json({ unit: '\t', hugging: true }),
  'one line': json({ unit: undefined, gap: '', colon: ':', around: ['', ''] }),
  'carriage returns': json({ eol: '\r\n', around: ['\ufeff', '\r\n'] }),
  PowerShell: POWER_SHELL,
};

function aligned(value: Json, column: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const items = Object.entries(value).map(([key, inner]: [string, Json]) => {
    const name = Array.isArray(value) ? '' : `${JSON.stringify(key)}:  `;
    return `${' '.repeat(column + 4)}${name}${aligned(inner, column + 4 + name.length)}`;
  });
  return `${open}\r\n${items.join(',\r\n')}\r\n${' '.repeat(column)}${close}`;
}

/** YAML, by the name of the way. */
export const yamlLayouts: Readonly<Record<string, Written>> = {
  'two spaces': (value) => yaml(value, '  ', '', plain),
  'four spaces, lists at the edge, quoted': (value) => yaml(value, '    ', undefined, quoted),
  'carriage returns': (value) => yaml(value, '  ', '', plain).replaceAll('\n', '\r\n'),
  'braces within': (value) => yaml(value, '  ', '', plain, 7),
};

type Scalar = (text: string) => string;

const quoted: Scalar = (text) => `'${text.replaceAll("'", "''")}'`;
const plain: Scalar = (text) => (/^[A-Za-z/][\w./:-]*\w$/.test(text) ? text : JSON.stringify(text));

/** `listIndent` undefined: the items of a list stand in the column of its key. From `flowAt` levels on: in braces. */
function yaml(
  value: Json,
  unit: string,
  listIndent: string | undefined,
  scalar: Scalar,
  flowAt = Number.POSITIVE_INFINITY,
): string {
  const flow = (inner: Json): string => {
    if (typeof inner === 'string') return scalar(inner);
    if (typeof inner !== 'object' || inner === null) return JSON.stringify(inner);
    if (Array.isArray(inner)) return `[${inner.map(flow).join(', ')}]`;
    return `{ ${Object.entries(inner)
      .map(([key, one]: [string, Json]) => `${key}: ${flow(one)}`)
      .join(', ')} }`;
  };
  const isFlat = (inner: Json, depth: number) =>
    typeof inner !== 'object' || inner === null || Object.keys(inner).length === 0 || depth >= flowAt;
  const block = (inner: Json, indent: string, depth: number): string => {
    const lines = Object.entries(inner as object).map(([key, one]: [string, Json]) => {
      const [lead, deeper] = Array.isArray(inner)
        ? ['- ', `${indent}  `]
        : [`${key}:`, indent + (Array.isArray(one) && listIndent === undefined ? '' : unit)];
      if (isFlat(one, depth + 1)) {
        const text = typeof one === 'object' && Object.keys(one ?? {}).length === 0 ? empty(one) : flow(one);
        return `${indent}${lead}${lead.endsWith(':') ? ' ' : ''}${text}\n`;
      }
      const text = block(one, deeper, depth + 1);
      return lead === '- ' ? `${indent}- ${text.slice(deeper.length)}` : `${indent}${lead}\n${text}`;
    });
    return lines.join('');
  };
  return block(value, '', 0);
}

function empty(value: Json): string {
  return Array.isArray(value) ? '[]' : '{}';
}
