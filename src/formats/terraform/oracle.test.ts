/** The reader of HCL against HashiCorp's own parser: every form in which people write containers, by hand and by chance. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are Terraform's own expressions
import { parse as oracle } from '@cdktf/hcl2json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../../lens/index.ts';
import { readAny } from '../index.ts';
import { parseHcl } from './parse.ts';
import type { Body, Expression } from './syntax.ts';

type Tree = { [name: string]: unknown };

/** What was parsed in the shape of the other parser: lists, maps and texts written out, anything else as `${…}`. */
function shapeOf(of: Expression, text: string): unknown {
  const source = text.slice(of.start, of.end);
  // Within brackets of its own it keeps even a number as an expression.
  if (source.startsWith('(')) return `\${${source}}`;
  switch (of.kind) {
    case 'literal':
      return typeof of.value === 'string' ? of.value.replace(/([$%])\{/g, '$1$1{') : of.value;
    case 'text':
      return of.parts
        .map((part) =>
          typeof part === 'string'
            ? part.replace(/([$%])\{/g, '$1$1{')
            : part.kind === 'other'
              ? text.slice(part.start, part.end)
              : `\${${text.slice(part.start, part.end)}}`,
        )
        .join('');
    case 'list':
      return of.items.map((item) => shapeOf(item, text));
    case 'object':
      return Object.fromEntries(
        of.members.map(([key, value]) => [String(shapeOf(key, text)), shapeOf(value, text)]),
      );
    default:
      return /^-[\d.]+$/.test(source) ? Number(source) : `\${${source}}`;
  }
}

function bodyOf({ attributes, blocks }: Body, text: string): Tree {
  const tree: Tree = Object.fromEntries(attributes.map(({ name, value }) => [name, shapeOf(value, text)]));
  for (const { type, labels, body } of blocks) {
    const path = [type, ...labels];
    const last = path.pop() ?? '';
    let at = tree;
    for (const step of path) {
      at[step] ??= {};
      at = at[step] as Tree;
    }
    at[last] = [...((at[last] as unknown[] | undefined) ?? []), bodyOf(body, text)];
  }
  return tree;
}

/** White space within expressions is printed by each in its own way. */
function squeezed(value: unknown): unknown {
  if (typeof value === 'string') return /[$%]\{/.test(value) ? value.replace(/\s+/g, '') : value;
  if (Array.isArray(value)) return value.map(squeezed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.replace(/\s+/g, ''), squeezed(inner)]),
  );
}

async function expectAgreement(text: string): Promise<void> {
  const { body, complaints } = parseHcl(text);
  expect({ text, complaints }).toEqual({ text, complaints: [] });
  expect({ text, ...(squeezed(bodyOf(body, text)) as Tree) }).toEqual({
    text,
    ...(squeezed(await oracle('main.tf', text)) as Tree),
  });
}

const BY_HAND: readonly (readonly [what: string, text: string])[] = [
  [
    'a resource with all kinds of blocks',
    `terraform {
  required_version = ">= 1.5"
}
resource "aws_ecs_task_definition" "one" {
  count  = var.on ? 1 : 0
  family = "one-\${var.stage}"
  cpu    = 256 # a quarter
  volume {
    name = "work"
    efs_volume_configuration {
      file_system_id = aws_efs_file_system.this.id
    }
  }
  volume { name = "other" }
  dynamic "volume" {
    for_each = var.volumes
    content {
      name = volume.value["name"]
    }
  }
}
resource "aws_ecs_task_definition" "two" { family = "two" }
`,
  ],
  [
    'containers in jsonencode',
    `resource "aws_ecs_task_definition" "one" {
  container_definitions = jsonencode([
    {
      name = "web", image = "acme/web:\${var.tag}"
      environment = [for k, v in var.environment : { name = k, value = tostring(v) }]
    },
  ])
}
`,
  ],
  [
    'heredocs, also as an argument and with a text inside that looks like the end',
    `a = <<EOF
[{"name": "web", "image": "\${var.image}", "command": ["$\${HOME}", "100 %%{x}"]}]
  EOF of a kind
EOF
b = jsonencode(<<-EOT
  one
    two
  EOT
)
c = [<<-A
    x
      \${var.y}
    A
, "z"]
d = <<EMPTY
EMPTY
`,
  ],
  [
    'directives of templates',
    `a = <<EOF
[
%{ for name in var.names }
  {"name": "\${name}"},
%{ endfor }
%{ if var.more }{"name": "more"}%{ else }{"name": "less"}%{ endif }
]
EOF
b = "%{ if var.x }y%{ endif }"
`,
  ],
  [
    'brackets that belong to what stands in them',
    `a = !(var.a && var.b)
b = (var.a || var.b) && var.c
c = var.a ? (var.b) : (var.c)
d = -(var.a + 1)
e = "x-\${(var.a)}-y"
f = (var.list)[0]
g = { (var.key) = 1, ("a") = 2 }
`,
  ],
  [
    'steps, splats, indexes and calls',
    `a = var.x[0].y["z"].*.w
b = aws_ecr_repository.web[*].repository_url
c = data.aws_region.current.name
d = merge(local.a, { b = try(var.c, null) }, var.more...)
e = provider::time::rfc3339_parse(var.at)
f = { for k, v in var.m : upper(k) => v... if v != "" }
g = [for x in [1, 2] : x * 2]
`,
  ],
  [
    'comments of all kinds and line ends of Windows',
    'a = 1 // one\r\n# two\r\n/* three\r\n four */ b = [ 1, # five\r\n 2 ]\r\nc = {\r\n  d = "e" // f\r\n  g : <<X\r\nh\r\nX\r\n}\r\n',
  ],
  [
    'signs that are no expressions',
    'a = "$ % $x %x $$ %% $$$${b} 5%"\nb = "\\\\ \\" \\n \\t \\u00e9 \\U0001F600"\n',
  ],
];

describe('files written by hand', () => {
  it.each(BY_HAND)('%s', (_what, text) => expectAgreement(text));
});

const word = fc.constantFrom('a', 'b_c', 'image', 'for_each', 'x-y', 'If', 'null_label', 'trueish');
const quoted = (text: string) => JSON.stringify(text).replace(/([$%])\{/g, '$1$1{');
const anyText = fc.oneof(
  fc.constantFrom(
    '',
    'acme/web:1',
    'a "b" \\ c',
    '${HOME}',
    '%{if x}',
    'line\nline\t',
    '}])',
    '# no',
    '<<EOF',
    '$',
    '$$',
    'é 漢 😀',
  ),
  fc.string({ unit: fc.constantFrom(...'ab ${}%[]()",=:#/\\\n<-'), maxLength: 12 }),
);
const reference = fc
  .tuple(
    fc.constantFrom('var', 'local', 'each.value', 'aws_x.y', 'module.m', 'aws_x.all[*].at', 'aws_x.all.*.at'),
    fc.array(
      fc.oneof(
        word.map((name) => `.${name}`),
        fc.constantFrom('[0]', '["k"]', '[var.i]'),
      ),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
  )
  .map(([base, steps]) => `${base}.q${steps.join('')}`);

/** Expressions as people write them, printed: `value` stands anywhere, `inner` in templates and between signs. */
const { value } = fc.letrec<{ value: string; inner: string; list: string; object: string }>((tie) => ({
  inner: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'hcl' },
    reference,
    fc
      .tuple(word, fc.array(tie('value'), { maxLength: 3 }))
      .map(([name, args]) => `${name}(${args.join(', ')})`),
    fc
      .tuple(
        tie('inner'),
        fc.constantFrom('+', '-', '*', '/', '%', '==', '!=', '<', '>=', '&&', '||'),
        tie('inner'),
      )
      .map(([a, sign, b]) => `${a} ${sign} ${b}`),
    tie('inner').map((of) => `(${of})`),
    tie('inner').map((of) => `!(${of})`),
    tie('value').map((of) => `[for k, v in var.m : ${of} if v != null]`),
    tie('value').map((of) => `{ for v in var.m : v.name => ${of} }`),
  ),
  value: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'hcl' },
    anyText.map(quoted),
    fc.integer({ min: -9999, max: 99_999 }).map(String),
    fc.constantFrom('true', 'false', 'null', '1.5', '0.25'),
    tie('inner'),
    fc
      .tuple(anyText, tie('inner'), anyText)
      .map(([a, of, b]) => `"${quoted(`${a}|`).slice(1, -1)}\${${of}}${quoted(`|${b}`).slice(1, -1)}"`),
    fc.tuple(tie('inner'), tie('inner'), tie('inner')).map(([a, b, c]) => `${a} ? ${b} : ${c}`),
    tie('list'),
    tie('object'),
  ),
  list: fc
    .array(tie('value'), { maxLength: 4 })
    .chain((items) =>
      fc.constantFrom(`[${items.join(', ')}]`, `[\n  ${items.join(',\n  # one more\n  ')}\n]`),
    ),
  object: fc
    .array(fc.tuple(fc.oneof(word, anyText.filter((key) => key !== '').map(quoted)), tie('value')), {
      maxLength: 4,
    })
    .chain((members) =>
      fc.constantFrom(
        `{ ${members.map(([key, of]) => `${key} = ${of}`).join(', ')} }`,
        `{\n${members.map(([key, of]) => `  ${key}: ${of} // so\n`).join('')}}`,
      ),
    ),
}));

describe('files made by chance', () => {
  it('are read as the other parser reads them, whatever stands in them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(word, value), { minLength: 1, maxLength: 4 }),
        async (attributes) => {
          const lines = attributes.map(([name, of], index) => `${name}${index} = ${of}\n`).join('');
          await expectAgreement(`${lines}resource "a" "b" {\n${lines}  inner {\n${lines}  }\n}\n`);
        },
      ),
      { numRuns: 60 },
    );
  });
});

const known = fc.oneof(anyText.map(quoted), fc.constant('"acme/${var.stage}:${local.tag}"'));
const container = fc
  .record(
    {
      name: fc.constant('"web"'),
      image: known,
      memory: fc.oneof(fc.nat(4096).map(String), fc.constant('var.memory')),
      essential: fc.constantFrom('true', 'false', '!(var.a && var.b)'),
      command: fc.array(known, { minLength: 1, maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
      environment: fc.oneof(
        fc.constant('[for k, v in var.e : { name = k, value = v }]'),
        known.map((of) => `[{ name = "A", value = ${of} }]`),
      ),
      dockerLabels: known.map((of) => `{ "a.b/c" = ${of}, d: "e" }`),
    },
    { requiredKeys: ['name', 'image'] },
  )
  .map(
    (members) =>
      `{\n${Object.entries(members)
        .map(([name, of]) => `  ${name} = ${of}\n`)
        .join('')}}`,
  );

/** Ways to say the same list of containers. */
const WAYS: Readonly<Record<string, (list: string) => string>> = {
  jsonencode: (list) => resource(`jsonencode(${list})`),
  'a local': (list) => `locals {\n  all = ${list}\n}\n${resource('jsonencode(local.all)')}`,
  'locals one after the other': (list) =>
    `locals {\n  first = ${list}\n  all = jsonencode(local.first)\n}\n${resource('local.all')}`,
  'the default of a variable': (list) =>
    `variable "all" {\n  default = ${list}\n}\n${resource('jsonencode(var.all)')}`,
  concat: (list) => resource(`jsonencode(concat(${list}, []))`),
  'a text with a template': (list) => resource(`"\${jsonencode(${list})}"`),
};

function resource(containers: string): string {
  return `resource "aws_ecs_task_definition" "one" {\n  family = "one"\n  container_definitions = ${containers}\n}\n`;
}

describe.each(Object.entries(WAYS))('containers said by %s', (_way, file) => {
  it('are those that the other parser finds in the list itself', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(container, { minLength: 1, maxLength: 3 }), async (containers) => {
        const list = `[${containers.join(', ')}]`;
        const { a } = (await oracle('main.tf', `a = ${list}\n`)) as { a: unknown };
        const [task] = readAny(file(list)).tasks;
        const { containerDefinitions } = JSON.parse(task?.text ?? '{}');
        // The other parser keeps the signs that keep ${ from being an expression.
        expect(squeezed(containerDefinitions)).toEqual(squeezed(plain(a)));
      }),
      { numRuns: 12 },
    );
  });
});

describe('containers in a heredoc', () => {
  it.each(['<<EOF', '<<-EOF'])(
    'are the text that the other parser finds behind %s, as JSON',
    async (opening) => {
      const json = JSON.stringify(
        [{ name: 'web', image: 'acme/web:${var.tag}', command: ['sh', '$${HOME} "x"\n%%{y}'] }],
        null,
        4,
      );
      const file = resource(`${opening}\n${json.replace(/^/gm, '    ')}\n    EOF`);
      const { resource: found } = (await oracle('main.tf', file)) as {
        resource: { aws_ecs_task_definition: { one: [{ container_definitions: string }] } };
      };
      const [{ container_definitions: text }] = found.aws_ecs_task_definition.one;
      const [task] = readAny(file).tasks;
      expect(read(task?.text ?? '', task?.source).task.containerDefinitions).toEqual(plain(JSON.parse(text)));
    },
  );
});

function plain(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/([$%])\1\{/g, '$1{');
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
