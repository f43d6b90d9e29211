/** What is exported, held against the programs that will read it. */
import { SchemaValidator, type TemplateFile } from '@aws/cloudformation-validate';
import { parse as parseHcl } from '@cdktf/hcl2json';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { read } from '../lens/index.ts';
import type { Reading } from '../model/reading.ts';
import { check } from '../rules/check.ts';
import { formats } from './index.ts';
import { awkward, written } from './testing/written.ts';
import { hclValue } from './write/hclText.ts';
import type { PlainMap } from './write/plain.ts';
import { yamlText } from './write/yamlText.ts';

function write(id: string, { task, text, source }: Reading, parts = {}) {
  const result = formats.find((format) => format.id === id)?.write?.(task, text, source, parts);
  if (result === undefined) throw new Error(`Nothing writes ${id}`);
  return result;
}

const reading = (name: string): Reading => {
  const found = written.find(([id]) => id === name);
  if (found === undefined) throw new Error(`There is no task ${name}`);
  return found[1];
};

const legal = written.filter(([, one, ok]) => ok && !check(one).some(({ severity }) => severity === 'error'));

describe('every format that is written', () => {
  const targets = formats.filter((format) => format.write !== undefined);

  it.each(targets.map(({ id }) => id))(
    '%s: never empty, the same each time, losses are sentences with a place',
    (id) => {
      for (const [name, one] of written) {
        const first = write(id, one);
        expect(first.text, name).not.toBe('');
        expect(write(id, one)).toEqual(first);
        for (const { message } of first.losses) expect(message).toMatch(/^\S.*\.$/s);
      }
    },
  );

  it.each(['cloudformation-yaml', 'terraform-hcl', 'docker-compose'])(
    '%s names what it has no place for',
    (id) => {
      const { losses } = write(
        id,
        read(
          '{"family": "a", "x-mine": 1, "cpu": "${CPU}", "containerDefinitions": [{"name": "b", "memory": "${MEM}", "essential": "yes"}]}',
        ),
      );
      const paths = losses.map(({ path }) => path.join('.'));
      for (const path of ['x-mine', 'containerDefinitions.0.memory', 'containerDefinitions.0.essential']) {
        expect(paths).toContain(path);
      }
    },
  );
});

describe('CloudFormation', () => {
  /** Milliseconds for the schemas of all resources. */
  const LOADING = 60_000;
  let validator: SchemaValidator;
  beforeAll(() => {
    validator = new SchemaValidator();
  }, LOADING);

  const complaints = (text: string) => {
    const template: TemplateFile = { path: 'task.template', readBytes: () => new TextEncoder().encode(text) };
    return validator
      .validate(template)
      .filter(({ severity }) => severity !== 'INFO')
      .map(({ message, propertyPath }) => `${propertyPath}: ${message}`);
  };

  it('knows every member and value that is written', () => {
    for (const [name, one] of legal) {
      expect(complaints(write('cloudformation-json', one).text), name).toEqual([]);
    }
  });

  it('refuses what is misspelt, so that the check above can fail', () => {
    const text = write('cloudformation-json', reading('payments')).text.replace('"Image"', '"Imag"');
    expect(complaints(text)).not.toEqual([]);
  });

  it('spells the six odd names', () => {
    const { text } = write(
      'cloudformation-json',
      read(
        JSON.stringify({
          family: 'odd-names',
          volumes: [
            {
              name: 'e',
              efsVolumeConfiguration: {
                fileSystemId: 'fs-1',
                transitEncryption: 'ENABLED',
                authorizationConfig: { iam: 'ENABLED' },
              },
            },
            { name: 'f', fsxWindowsFileServerVolumeConfiguration: { fileSystemId: 'fs-2' } },
            { name: 's', s3filesVolumeConfiguration: { fileSystemArn: 'arn' } },
          ],
          proxyConfiguration: { containerName: 'a', properties: [{ name: 'AppPorts', value: '1' }] },
        }),
      ),
    );
    expect(JSON.parse(text).Resources.OddNamesTaskDefinition.Properties).toEqual({
      Family: 'odd-names',
      Volumes: [
        {
          Name: 'e',
          EFSVolumeConfiguration: {
            FilesystemId: 'fs-1',
            TransitEncryption: 'ENABLED',
            AuthorizationConfig: { IAM: 'ENABLED' },
          },
        },
        { Name: 'f', FSxWindowsFileServerVolumeConfiguration: { FileSystemId: 'fs-2' } },
        { Name: 's', S3FilesVolumeConfiguration: { FileSystemArn: 'arn' } },
      ],
      ProxyConfiguration: {
        ContainerName: 'a',
        ProxyConfigurationProperties: [{ Name: 'AppPorts', Value: '1' }],
      },
    });
  });

  it('is the same template in YAML as in JSON, by YAML 1.1 and by 1.2', () => {
    for (const [name, one] of written) {
      const json: unknown = JSON.parse(write('cloudformation-json', one).text);
      const yaml = write('cloudformation-yaml', one).text;
      expect(parseYaml(yaml), name).toEqual(json);
      expect(parseYaml(yaml, { version: '1.1' }), name).toEqual(json);
    }
  });
});

describe('Terraform', () => {
  interface Resource {
    readonly container_definitions: string;
    readonly [name: string]: unknown;
  }

  it('is HCL with one resource, and its containers are those of the task', async () => {
    for (const [name, one] of written) {
      const { text } = write('terraform-hcl', one);
      const parsed = await parseHcl('task.tf', text);
      const [resource] = Object.values<Resource[]>(parsed.resource.aws_ecs_task_definition)[0] ?? [];
      expect(resource?.container_definitions, name).toMatch(/^\$\{jsonencode\(/);
      expect(resource?.family).toBe(one.task.family);
      const list = text.slice(text.indexOf('jsonencode(') + 'jsonencode('.length);
      const locals = await parseHcl('list.tf', `locals {\n  list = ${upToClosing(list)}\n}\n`);
      expect(evaluated(locals.locals[0].list), name).toEqual(
        JSON.parse(JSON.stringify((one.task.containerDefinitions ?? []).filter(Boolean))),
      );
    }
  });

  it('gives every text back', async () => {
    const back = async (value: PlainMap) => {
      const parsed = await parseHcl('value.tf', `locals {\n  value = ${hclValue(value)}\n}\n`);
      return evaluated(parsed.locals[0].value);
    };
    expect(await back({ list: awkward })).toEqual({ list: awkward });
    const piece = fc.constantFrom('$', '%', '{', '}', '"', '\\', '\n', 'a', ' ', 'é', '\u0001', 'for');
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(fc.dictionary(text, text, { maxKeys: 4 }), async (map) => {
        expect(await back({ map: { ...map } })).toEqual({ map: { ...map } });
      }),
    );
  });
});

interface ComposeService {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly network_mode?: string;
  readonly ports?: readonly string[];
  readonly stop_grace_period?: string;
  readonly volumes?: readonly { readonly source: string }[];
}

interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly volumes?: Readonly<Record<string, unknown>>;
}

describe('Compose', () => {
  const compose = (one: Reading) => parseYaml(write('docker-compose', one).text) as ComposeFile;

  it('waits for the same containers, through the same gates', () => {
    const { services } = compose(reading('payments'));
    expect(services.app?.depends_on).toEqual({
      'secrets-init': { condition: 'service_completed_successfully' },
      envoy: { condition: 'service_healthy' },
    });
    expect(services.envoy).toMatchObject({
      network_mode: 'service:task-network',
      stop_grace_period: '30s',
      healthcheck: { interval: '5s', timeout: '2s', retries: 3, start_period: '10s' },
    });
    expect(services['task-network']?.ports).toEqual(['15000:15000/tcp', '3000:3000/tcp']);
  });

  it('leaves no name hanging, and no dollar sign to the shell', () => {
    for (const [name, one] of written) {
      const { services, volumes = {} } = compose(one);
      for (const { depends_on = {}, network_mode = '', volumes: mounts = [] } of Object.values(services)) {
        const known = Object.keys(services);
        if (one.problems.length === 0 && legal.some(([id]) => id === name)) {
          expect(known, name).toEqual(expect.arrayContaining(Object.keys(depends_on)));
        }
        if (network_mode.startsWith('service:')) expect(known).toContain(network_mode.slice(8));
        for (const { source } of mounts)
          if (!/[/\\]/.test(source)) expect(Object.keys(volumes)).toContain(source);
      }
    }
    const { services } = compose(reading('awkward texts'));
    expect(services.one?.command).toEqual(awkward.map((text) => text.replaceAll('$', '$$$$')));
  });

  it('says what is otherwise than on ECS', () => {
    const { losses } = write(
      'docker-compose',
      read(
        '{"containerDefinitions": [{"name": "a", "image": "b", "startTimeout": 5, "secrets": [{"name": "KEY", "valueFrom": "arn"}]}, {"name": "c", "image": "d", "dependsOn": [{"containerName": "a", "condition": "COMPLETE"}]}]}',
      ),
    );
    expect(losses.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        'startTimeout is left out: Compose waits without end.',
        'KEY comes from the shell that starts Compose, not from arn.',
        'Compose cannot wait for any exit: a has to exit with code 0 here, as with SUCCESS.',
        'When c ends, Compose lets the others run on; ECS stops the task.',
      ]),
    );
  });
});

describe('reports', () => {
  it('draw the graph in Mermaid, with every name as a text', () => {
    expect(write('mermaid', reading('payments')).text).toContain('c0 -->|"SUCCESS"| c3');
    const { text } = write(
      'mermaid',
      read('{"containerDefinitions": [{"name": "a\\"]; click <b>", "image": "x|y"}]}'),
    );
    expect(text).toBe(
      'flowchart LR\n  c0["<b>a#34;#93;#59; click #60;b#62;</b><br/><small>x#124;y</small>"]\n',
    );
  });

  it('draw no line twice where a router and what it routes end in one place', () => {
    const firelens = { logDriver: 'awsfirelens', options: { Name: 'cloudwatch', log_group_name: 'shop' } };
    const router = { logDriver: 'awslogs', options: { 'awslogs-group': 'shop' } };
    const { text } = write(
      'mermaid',
      read(
        JSON.stringify({
          containerDefinitions: [
            { name: 'r', firelensConfiguration: { type: 'fluentbit' }, logConfiguration: router },
            { name: 'a', logConfiguration: firelens },
          ],
        }),
      ),
    );
    expect(text).toContain('c0 -.- l0');
    const lines = text.trim().split('\n');
    expect(lines).toEqual([...new Set(lines)]);
  });

  it('tell a pull request what the task is, what is wrong with it and how it starts', () => {
    const { text } = write('markdown', reading('payments'));
    expect(text).toContain(
      '| `app` | `acme/receipts:prod-2f1a8c` | App | yes | secrets-init SUCCESS, envoy HEALTHY |',
    );
    expect(text).toContain('```mermaid\nflowchart LR');
    expect(text).toMatch(/app +0\.0 waits for /);
    expect(write('markdown', read('{"family": "a"}')).text).toContain('- **error** ');
  });

  it('cannot be broken out of by a name', () => {
    const { text } = write(
      'markdown',
      read('{"family": "# <b>", "containerDefinitions": [{"name": "a|b`c\\n# d", "image": "```"}]}'),
    );
    expect(text).toContain('## \\# \\<b\\>');
    expect(text).toContain('`` a\\|b`c # d ``');
    expect(text.split('\n').filter((line) => line.startsWith('# '))).toEqual([]);
  });

  it('draw cards where the user has put them', () => {
    const one = reading('payments');
    const moved = { layout: { v: 1, moved: { 'container:app': { x: 2000, y: 1500 } } } };
    expect(write('canvas-svg', one, moved).text).not.toBe(write('canvas-svg', one).text);
    expect(write('canvas-svg', one, moved).text).toMatch(/^<svg [^>]*xmlns=/);
  });
});

describe('YAML', () => {
  it('gives every text back', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary-ascii' }),
      fc.string({ unit: 'grapheme' }),
      fc
        .array(fc.constantFrom('a', ' ', '\n', ':', '#', '-', '\t', '"', "'", '|'), { maxLength: 10 })
        .map((all) => all.join('')),
      fc.constantFrom(...awkward),
    );
    const { tree } = fc.letrec<{ tree: PlainMap }>((tie) => ({
      tree: fc.dictionary(
        text,
        fc.oneof(
          { maxDepth: 3 },
          text,
          fc.integer(),
          fc.boolean(),
          fc.array(fc.oneof(text, tie('tree')), { maxLength: 3 }),
          tie('tree'),
        ),
        { maxKeys: 4 },
      ) as fc.Arbitrary<PlainMap>,
    }));
    fc.assert(
      fc.property(tree, (value) => {
        for (const version of ['1.1', '1.2'] as const) {
          expect(parseYaml(yamlText(value), { version }) ?? {}).toEqual({ ...value });
        }
      }),
      { numRuns: 300, examples: [[{ e0: 'e0', yes: 'E12' } as PlainMap]] },
    );
  });
});

/** What of HCL stands before the bracket that closes one opened before it. */
function upToClosing(text: string): string {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (quoted && letter === '\\') at += 1;
    else if (letter === '"') quoted = !quoted;
    else if (!quoted && '([{'.includes(letter)) depth += 1;
    else if (!quoted && ')]}'.includes(letter)) {
      if (depth === 0) return text.slice(0, at);
      depth -= 1;
    }
  }
  return text;
}

/** hcl2json leaves the escapes of templates in texts: they are what Terraform itself would take off. */
function evaluated(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\$\$\{/g, '${').replace(/%%\{/g, '%{');
  if (Array.isArray(value)) return value.map(evaluated);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [evaluated(key), evaluated(inner)]),
    );
  return value;
}
