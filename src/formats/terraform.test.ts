// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are Terraform's own expressions
import { parse as oracle } from '@cdktf/hcl2json';
import { describe, expect, it } from 'vitest';
import { read } from '../lens/index.ts';
import type { Json } from '../model/json.ts';
import { check } from '../rules/check.ts';
import { Scope } from './terraform/evaluate.ts';
import { parseHcl } from './terraform/parse.ts';
import { jsonOfValue } from './terraform/values.ts';
import { terraform } from './terraform.ts';
import { terraformHcl } from './terraform-hcl.ts';
import { terraformPlan } from './terraform-plan.ts';
import { samples } from './testing/samples.ts';

const tasksOf = (text: string) =>
  (terraform.read?.(text).tasks ?? []).map(({ name, text: own, source, losses }) => ({
    name,
    losses: losses.map(({ message }) => message),
    ...read(own, source),
  }));

/** The attributes of a file as another parser reads them: expressions there stay `${…}`. */
function attributesOf(text: string): Record<string, Json> {
  const { body } = parseHcl(text);
  const scope = new Scope(text, { attributes: [], blocks: [] });
  return Object.fromEntries(
    body.attributes.map((one) => [one.name, jsonOfValue(scope.valueOf(one) ?? null)]),
  );
}

describe('the reader of HCL', () => {
  it.each([
    'a = "x"\nb = 3\nc = true\nd = null\ne = 1.5e3\n',
    'a = [1, "two", [3], ]\nb = { c = 1, "d e" = { f : "g" } }\n',
    'a = "tab\\there \\"q\\" \\\\ \\u00e9 é"\n',
    'a = <<EOF\none\n  two\nEOF\nb = <<-EOT\n    three\n      four\n    EOT\n',
    '# one\na = 1 // two\n/* three\n */ b = [ # four\n 2, // five\n]\n',
    'a = "x-${var.y}-z"\nb = var.x[0].y\nc = "${var.whole}"\n',
    'a = <<EOF\n{"image": "${var.image}"}\nEOF\n',
    'a = {\r\n  b = 1\r\n  c = [\r\n    2\r\n  ]\r\n}\r\n',
  ])('reads what @cdktf/hcl2json reads: %j', async (text) => {
    expect(parseHcl(text).complaints).toEqual([]);
    expect(attributesOf(text)).toEqual(await oracle('main.tf', text));
  });

  it('finds the same blocks in the samples', async () => {
    for (const text of samples.terraform ?? []) {
      const blocks = parseHcl(text).body.blocks.map(({ type, labels }) => [type, ...labels].join(' '));
      const other = await oracle('main.tf', text);
      for (const block of blocks) {
        const found = block
          .split(' ')
          .reduce<unknown>((at, step) => (at as Record<string, unknown>)?.[step], other);
        expect(found, block).toBeDefined();
      }
    }
  });
});

describe('a task definition of Terraform', () => {
  it('is worked out from locals, defaults, loops and functions', () => {
    const [task] = tasksOf(samples.terraform?.[0] ?? '');
    expect(task?.name).toBe('aws_ecs_task_definition.shop');
    expect(task?.task).toMatchObject({
      family: 'shop-live',
      cpu: '256',
      requiresCompatibilities: ['FARGATE'],
      containerDefinitions: [
        {
          name: 'web',
          image: 'acme/web:${var.tag}',
          portMappings: [{ containerPort: 8080 }],
          environment: [
            { name: 'A', value: '1' },
            { name: 'B', value: '2' },
          ],
        },
        { name: 'init', essential: false, image: 'acme/init', memory: 64 },
      ],
      volumes: [{ name: 'work', host: { sourcePath: '/srv' } }],
    });
    expect(task?.losses).toEqual(
      expect.arrayContaining([
        expect.stringContaining('unheard_of'),
        expect.stringContaining('var.tag'),
        'var.stage is taken as its default.',
      ]),
    );
    expect([...(task?.opaque.keys() ?? [])]).toEqual(['/containerDefinitions/0/image']);
  });

  it('stands in heredocs and texts too, several in a file', () => {
    const [one, two] = tasksOf(samples.terraform?.[1] ?? '');
    expect(one?.task.containerDefinitions).toMatchObject([
      { name: 'web', command: ['sh', '-c', 'echo ${HOME}'] },
    ]);
    expect(one?.opaque.get('/containerDefinitions/0/cpu')).toBe('${var.cpu}');
    expect(two?.task).toMatchObject({
      family: 'two',
      containerDefinitions: [{ name: 'two', image: 'acme/two' }],
    });
  });

  it('comes out of a module that takes containers by name, and what the module decides is not judged', () => {
    const [task] = tasksOf(samples.terraform?.[2] ?? '');
    expect(task?.task.containerDefinitions).toMatchObject([
      { name: 'router', firelensConfiguration: { type: 'fluentbit' } },
      { name: 'web', readonlyRootFilesystem: false, dependsOn: [{ containerName: 'router' }] },
    ]);
    expect(task?.task.cpu).toBe('1024');
    expect(task?.opaque.has('/memory')).toBe(true);
  });

  it.each([
    [
      'containers in a local, whose task stands in another file',
      'locals {\n  containers = [{ name = "a", image = "acme/a:1", repositoryCredentials = { credentialsParameter = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:hub" }, secrets = [{ name = "S", valueFrom = "/s" }] }]\n}\n',
    ],
    [
      'containers that a module takes',
      'module "service" {\n  source = "terraform-aws-modules/ecs/aws//modules/service"\n  container_definitions = { a = { image = "acme/a:1", secrets = [{ name = "S", valueFrom = "/s" }] } }\n}\n',
    ],
  ])('%s: the role and the log that stand elsewhere are not missed', (_, text) => {
    const [task] = tasksOf(text);
    expect(task?.task.containerDefinitions).toMatchObject([{ image: 'acme/a:1' }]);
    const rules = task ? check(task).map(({ rule }) => rule) : [];
    expect(rules.filter((rule) => /^exec-role|no-log|readonly-root|memory-missing/.test(rule))).toEqual(
      task?.name === 'local.containers' ? ['no-log-configuration', 'readonly-root'] : [],
    );
  });

  it('keeps containers that only Terraform knows as what they are, and says so', () => {
    const [task] = tasksOf(
      'resource "aws_ecs_task_definition" "a" {\n  container_definitions = file("a.json")\n}\n',
    );
    expect(task?.opaque.get('/containerDefinitions')).toBe('${file("a.json")}');
    expect(task?.losses.join('\n')).toContain('file("a.json")');
  });

  it('gives each item of a list as an argument where that is said, and leaves what is grouped to Terraform', () => {
    const [task] = tasksOf(
      'locals {\n  lists = [[{ name = "a", image = "a" }], [{ name = "b", image = "b", dockerLabels = { for k, v in { x = "y" } : v => k... } }]]\n}\nresource "aws_ecs_task_definition" "a" {\n  container_definitions = jsonencode(concat(local.lists...))\n}\n',
    );
    expect(task?.task.containerDefinitions).toMatchObject([{ name: 'a' }, { name: 'b' }]);
    expect(task?.opaque.get('/containerDefinitions/1/dockerLabels')).toBe(
      '${{ for k, v in { x = "y" } : v => k... }}',
    );
  });

  it('takes the branch that has containers where nobody can tell, and says so', () => {
    const [task] = tasksOf(
      'resource "aws_ecs_task_definition" "a" {\n  container_definitions = jsonencode(concat([{ name = "a", image = "a" }], var.more ? [{ name = "b", image = "b" }] : []))\n}\n',
    );
    expect(task?.task.containerDefinitions).toHaveLength(2);
    expect(task?.losses).toContain('var.more is not known: it is taken as true.');
  });
});

describe('a plan of Terraform', () => {
  it('leaves open what is known only once it is applied', () => {
    const address = 'aws_ecs_task_definition.a';
    const container = {
      name: 'a',
      image: 'acme/a:1',
      memory: 64,
      secrets: [{ name: 'S', valueFrom: '/s' }],
    };
    const resource = { address, mode: 'managed', type: 'aws_ecs_task_definition', name: 'a' };
    const values = {
      family: 'a',
      container_definitions: JSON.stringify([container]),
      volume: [{ name: 'v' }],
    };
    const after_unknown = {
      execution_role_arn: true,
      volume: [{ efs_volume_configuration: [{ file_system_id: true }] }],
    };
    const plan = {
      format_version: '1.2',
      planned_values: { root_module: { resources: [{ ...resource, values }] } },
      resource_changes: [{ ...resource, change: { actions: ['create'], after_unknown } }],
    };
    const [found] = terraformPlan.read?.(JSON.stringify(plan)).tasks ?? [];
    const reading = read(found?.text ?? '', found?.source);
    expect(reading.opaque.get('/executionRoleArn')).toBe(`\${${address}.execution_role_arn}`);
    expect(reading.opaque.has('/volumes/0/efsVolumeConfiguration/fileSystemId')).toBe(true);
    expect(check(reading).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(found?.losses.map(({ path }) => path)).toContainEqual(['executionRoleArn']);
  });
});

describe('Terraform that came from Terraform', () => {
  const file = `resource "aws_ecs_task_definition" "shop" {
  family                   = "shop-\${var.stage}"
  cpu                      = var.cpu
  requires_compatibilities = var.kinds
  execution_role_arn       = aws_iam_role.run.arn
  container_definitions = jsonencode([{
    name             = "web"
    image            = "acme/web:\${var.tag}"
    memory           = local.memory
    essential        = !(var.a && var.b)
    logConfiguration = var.logs
    command          = ["sh", "-c", "echo $\${HOME} \${local.greeting}"]
    portMappings     = [{ containerPort = local.port }]
  }])
  volume {
    name = "work"
    efs_volume_configuration {
      file_system_id = aws_efs_file_system.work.id
    }
  }
  tags = merge(var.tags, { stage = var.stage })
}
`;
  const [given] = terraform.read?.(file).tasks ?? [];
  const reading = read(given?.text ?? '', given?.source);
  const written = terraformHcl.write?.(reading.task, reading.text, reading.source);

  it('keeps the expressions that only Terraform knows, and says which they are', () => {
    for (const line of [
      'family                   = "shop-${var.stage}"',
      'cpu                      = var.cpu',
      'requires_compatibilities = var.kinds',
      'execution_role_arn       = aws_iam_role.run.arn',
      'essential        = !(var.a && var.b)',
      'logConfiguration = var.logs',
      '"echo $${HOME} ${local.greeting}"',
      'containerPort = local.port',
      'file_system_id = aws_efs_file_system.work.id',
    ])
      expect(written?.text.replace(/ +/g, ' ')).toContain(line.replace(/ +/g, ' '));
    expect(written?.text).toMatch(/tags += merge\(var\.tags, \{\s*stage = var\.stage\s*\}\)/);
    expect(written?.losses.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^var\.stage, .* Terraform has to know them where this file goes\.$/),
    ]);
  });

  it('is sound for another parser, and the same task when it is read again', async () => {
    const parsed = (await oracle('main.tf', written?.text ?? '')) as {
      resource: { aws_ecs_task_definition: Record<string, [{ cpu: string; container_definitions: string }]> };
    };
    const [[resource] = []] = Object.values(parsed.resource.aws_ecs_task_definition);
    expect(resource?.cpu).toBe('${var.cpu}');
    const [again] = terraform.read?.(written?.text ?? '').tasks ?? [];
    expect(JSON.parse(again?.text ?? '')).toEqual(JSON.parse(given?.text ?? ''));
  });

  it('leaves out what a module decided, and says so', () => {
    const call =
      'module "m" {\n  container_definitions = { web = { image = "a", memory = local.memory } }\n}\n';
    const [found] = terraform.read?.(call).tasks ?? [];
    const { task, text, source } = read(found?.text ?? '', found?.source);
    const result = terraformHcl.write?.(task, text, source);
    expect(result?.text).toContain('local.memory');
    expect(result?.text).not.toContain('module.');
    expect(result?.losses.map(({ message }) => message)).toContain(
      'taskRoleArn is left out: the module decided it, and this is a resource.',
    );
  });

  it('is only text where the task came from elsewhere', () => {
    const json = '{"family": "${var.stage}", "containerDefinitions": [{"name": "a", "image": "b"}]}';
    const { task, text, source } = read(json);
    expect(terraformHcl.write?.(task, text, source).text).toContain('family = "$${var.stage}"');
  });
});

describe('a broken file of Terraform', () => {
  it('gives what can be read of it, and the place where it breaks', () => {
    const reading = terraform.read?.(
      'resource "aws_ecs_task_definition" "a" {\n  family = "a"\n  what is this\n  container_definitions = jsonencode([{ name = "a", image = "a" }])\n',
    );
    expect(reading?.problems).toMatchObject([{ line: 3, column: 3 }, { line: 1 }]);
    expect(reading?.tasks).toHaveLength(1);
  });

  it.each([
    ['brackets', `a = ${'['.repeat(100_000)}`],
    ['signs', `a = ${'!'.repeat(100_000)}`],
    ['sums', `a = 1${' + 1'.repeat(100_000)}`],
    ['members', `a = b${'.c'.repeat(100_000)}`],
    ['choices', `a = ${'b ? '.repeat(50_000)}`],
    ['texts in texts', `a = ${'"${'.repeat(50_000)}`],
    [
      'locals that double',
      `locals {\n  a0 = ["x"]\n${Array.from({ length: 60 }, (_, n) => `  a${n + 1} = concat(local.a${n}, local.a${n})`).join('\n')}\n}\nresource "aws_ecs_task_definition" "a" {\n  container_definitions = local.a60\n}`,
    ],
    [
      'a local that names itself',
      'locals {\n  a = local.b\n  b = local.a\n}\nresource "aws_ecs_task_definition" "a" {\n  family = local.a\n}',
    ],
    ['heredocs', 'a = <<EOF\n'.repeat(50_000)],
  ])('is given up in time: %s', (_what, text) => {
    expect(terraform.read?.(text)).toBeDefined();
  });
});
