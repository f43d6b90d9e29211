/** Texts of each format, by its id: what it must recognise and nobody else may. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are placeholders of other people's templates

const TASK = {
  family: 'shop',
  networkMode: 'awsvpc',
  'x-owner': { team: 'shop' },
  containerDefinitions: [
    {
      name: 'web',
      image: 'acme/web:3',
      memory: 256,
      environment: [{ name: 'EMPTY', value: '' }],
      'x-kept': true,
    },
    { name: 'init', image: 'acme/init:1', essential: false, command: ['echo', "it's $HOME"] },
  ],
  volumes: [{ name: 'work' }],
};

const DESCRIBED = {
  taskDefinitionArn: 'arn:aws:ecs:eu-central-1:111122223333:task-definition/shop:7',
  ...TASK,
  taskRoleArn: null,
  revision: 7,
  status: 'ACTIVE',
  requiresAttributes: [{ name: 'ecs.capability.task-eni', targetId: null }],
  compatibilities: ['EC2', 'FARGATE'],
  registeredAt: '2026-02-03T04:05:06+00:00',
  registeredBy: 'arn:aws:iam::111122223333:user/ada',
};

const two = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

const TEMPLATE = `AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  Tag: { Type: String, Default: '7' }
Resources:
  Logs:
    Type: AWS::Logs::LogGroup
  Shop: # the shop
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: shop
      ContainerDefinitions:
        - Name: web
          Image: !Sub 'acme/web:\${Tag}'
          Memory: 256
          Environment:
            - { Name: EMPTY, Value: '' }
        - Name: init
          Image: acme/init:1
          Essential: false
`;

const SYNTHESISED = {
  Resources: {
    Shop1A2B: {
      Type: 'AWS::ECS::TaskDefinition',
      Properties: {
        Family: 'shop',
        ContainerDefinitions: [{ Name: 'web', Image: { 'Fn::Sub': 'acme/web:${Tag}' }, Memory: 256 }],
      },
      Metadata: { 'aws:cdk:path': 'Shop/Task/Resource' },
    },
  },
};

export const samples: Readonly<Record<string, readonly string[]>> = {
  register: [
    two(TASK),
    JSON.stringify(TASK),
    JSON.stringify(TASK, null, '\t').replaceAll('\n', '\r\n'),
    two({ taskDefinition: TASK }),
    two(TASK).replace('"networkMode"', '// where it runs\n  "networkMode"').replace('true\n', 'true,\n'),
    two({ ...TASK, family: '${family}', cpu: '{{cpu}}' }),
    '{"containerDefinitions": []}',
    // Cut off in the middle.
    two(TASK).slice(0, 300),
  ],
  describe: [
    two(DESCRIBED),
    two({ taskDefinition: DESCRIBED, tags: [{ key: 'stage', value: 'live' }] }),
    two({ taskDefinition: TASK, tags: [] }),
    two({ status_code: 200, data: { taskDefinition: DESCRIBED, ResponseMetadata: {} } }),
    JSON.stringify([{ taskDefinition: DESCRIBED }]),
    two({ taskDefinition: DESCRIBED }).slice(0, 400),
  ],
  containers: [
    two(TASK.containerDefinitions),
    JSON.stringify(TASK.containerDefinitions),
    '[{"name": "${name}", "image": "${image}", "cpu": 0}]',
  ],
  template: [
    '[{"name": "${name}", "image": "${image}", "cpu": ${cpu}}]',
    two(TASK).replace('256', '${memory - 64}').replace('"work"', '{{ volume }}'),
    two(TASK).replace('"environment": [', '"environment": [ ${variables}, '),
    two(TASK).replace(
      '"networkMode": "awsvpc",',
      '%{ if awsvpc ~}\n  "networkMode": "awsvpc",\n  %{ endif ~}',
    ),
    two(TASK).replace('"acme/web:3"', '"acme/web:{{ env "TAG" "latest" }}"'),
    two(TASK).replace('"awsvpc"', '$MODE').replaceAll('\n', '\r\n'),
    two({ taskDefinition: TASK }).replace('256', '<MEMORY>'),
    `{{ with .Task }}\n${two(TASK).replace('256', '{{ .Memory }}')}{{ end }}\n`,
    two(TASK).replace('256', '{{ if .Big }}512{{ else }}"256"{{ end }}'),
    '{"name": "one", "image": $IMAGE, $MORE}',
  ],
  terraform: [
    `
variable "stage" { default = "live" }
locals {
  port = 8080 # where it listens
  logs = { logDriver = "awslogs", options = { "awslogs-group" = aws_cloudwatch_log_group.web.name } }
}
resource "aws_ecs_task_definition" "shop" {
  family                   = "shop-\${var.stage}"
  cpu                      = 256
  memory                   = "512"
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  container_definitions = jsonencode(concat([
    {
      name             = "web"
      image            = "acme/web:\${var.tag}"
      port_mappings    = [{ containerPort = local.port }]
      logConfiguration = local.logs
      environment      = [for key, value in { A = "1", B = 2 } : { name = key, value = value }]
      unheard_of       = true
    },
  ], [merge({ name = "init", essential = false }, { image = "acme/init", memory = 64 })]))
  volume {
    name      = "work"
    host_path = "/srv"
  }
}
`,
    `resource "aws_ecs_task_definition" "one" {
  family = "one"
  container_definitions = <<-EOF
    [{ "name": "web", "image": "\${var.image}", "cpu": \${var.cpu}, "command": ["sh", "-c", "echo $\${HOME}"] }]
  EOF
}
resource "aws_ecs_task_definition" "two" {
  family                = "two"
  container_definitions = "[{ \\"name\\": \\"two\\", \\"image\\": \\"acme/two\\" }]"
}
`,
    `module "ecs" {
  source = "terraform-aws-modules/ecs/aws"
  services = {
    shop = {
      cpu = 1024
      container_definitions = {
        router = { image = "acme/router", firelens_configuration = { type = "fluentbit" } }
        web    = { image = "acme/web", readonly_root_filesystem = false, dependsOn = [{ containerName = "router", condition = "START" }] }
      }
    }
  }
}
`,
    `locals {
  containers = [{ name = "web", image = "acme/web" }]
}
`,
  ],
  compose: [
    `name: shop
x-defaults: &defaults
  restart: unless-stopped
  logging: { driver: awslogs, options: { awslogs-group: /shop } }
services:
  db:
    <<: *defaults
    image: postgres:\${PG_VERSION:-16}
    environment: [POSTGRES_DB=shop, PASSWORD]
    healthcheck:
      test: ["CMD-SHELL", "pg_isready"]
      interval: 1m30s
      timeout: 5s
      retries: 3
    volumes: ["data:/var/lib/postgresql/data", "./init:/docker-entrypoint-initdb.d:ro"]
  migrate:
    image: acme/migrate:1
    command: sh -c "migrate --all"
    depends_on:
      db: { condition: service_healthy }
  web:
    <<: *defaults
    build: .
    ports: ["8080:80", "127.0.0.1:9000:9000/udp"]
    depends_on:
      migrate: { condition: service_completed_successfully }
    deploy:
      replicas: 2
      resources: { limits: { cpus: "0.5", memory: 512M }, reservations: { memory: 256M } }
    x-owner: shop
volumes:
  data: {}
`,
    'services:\r\n  one:\r\n    image: acme/one:1\r\n',
    '{"services": {"one": {"image": "acme/one:1", "links": []}}}',
    'version: 1\ntask_definition:\n  ecs_network_mode: awsvpc\n  task_size: { mem_limit: 0.5GB, cpu_limit: 256 }\n  services:\n    web: { essential: true, mem_limit: 256m }\n',
  ],
  'terraform-plan': [
    two({
      format_version: '1.2',
      planned_values: {
        root_module: {
          resources: [
            {
              address: 'aws_ecs_task_definition.shop',
              mode: 'managed',
              type: 'aws_ecs_task_definition',
              name: 'shop',
              values: {
                family: 'shop',
                cpu: '256',
                container_definitions: JSON.stringify(TASK.containerDefinitions),
                ephemeral_storage: [],
                volume: [{ name: 'work', host_path: '', docker_volume_configuration: [] }],
                tags: null,
              },
            },
          ],
        },
      },
    }),
  ],
  dockerrun: [
    two({ AWSEBDockerrunVersion: 2, ...TASK, authentication: { bucket: 'keys', key: 'cfg' } }),
    two({
      AWSEBDockerrunVersion: '1',
      Image: { Name: 'acme/web:3', Update: 'true' },
      Ports: [{ ContainerPort: 8080 }],
      Volumes: [{ HostDirectory: '/srv', ContainerDirectory: '/data' }],
      Logging: '/var/log',
    }),
  ],
  'aws-cli': [
    `aws ecs register-task-definition --cli-input-json '${JSON.stringify(TASK, null, 2).replaceAll("'", "'\\''")}'\n`,
    'aws ecs register-task-definition --cli-input-json \'{"family": "a", "cpu": ${cpu}, "containerDefinitions": [{"name": "b", "image": "c"}]}\'\n',
    `$ aws --region eu-west-1 ecs register-task-definition \\
  --family shop --network-mode awsvpc --requires-compatibilities EC2 FARGATE --cpu 256 --tags key=stage,value=live \\
  --container-definitions='${JSON.stringify([TASK.containerDefinitions[0]])}' | jq .
`,
  ],
  container: [two(TASK.containerDefinitions[0]), '{"name": "one", "image": "acme/one:1", // comment\n}'],
  cloudformation: [
    TEMPLATE,
    TEMPLATE.replaceAll('\n', '\r\n'),
    two(SYNTHESISED),
    JSON.stringify(SYNTHESISED),
  ],
  nested: [
    two({ stages: [{ task: TASK }] }),
    two([TASK, { ...TASK, family: 'other' }]),
    two({ blue: DESCRIBED, green: { ...DESCRIBED, family: 'green' } }),
  ],
  design: [
    JSON.stringify({
      kind: 'ecs-task-design',
      version: 1,
      source: { lens: 'json', root: [] },
      text: two(TASK),
      parts: { notes: { v: 1, notes: [] }, 'from-the-future': { v: 9, any: 'thing' } },
    }),
  ],
};

/** Texts that no format reads, by the language that they are told to be in; `undefined`: none. */
export const unreadable: readonly (readonly [language: string | undefined, text: string])[] = [
  ['cloudformation', 'Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n'],
  ['cloudformation', '{"AWSTemplateFormatVersion": "2010-09-09", "Resources": {}}'],
  ['terraform', 'resource "aws_s3_bucket" "shop" {\n  bucket = "shop"\n}\n'],
  ['terraform-plan', '{"format_version": "1.2", "planned_values": {"root_module": {}}}'],
  ['compose', 'services: {}\n'],
  ['yaml', 'family: shop\ncontainerDefinitions:\n  - name: web\n'],
  ['aws-cli', 'aws ecs register-task-definition --cli-input-json file://task.json'],
  ['aws-cli', 'aws ecs register-task-definition --family shop'],
  [undefined, ''],
  [undefined, 'hello'],
  [undefined, '42'],
  [undefined, '[]'],
  [undefined, '[1, 2, 3]'],
  [undefined, '{"name": "a volume"}'],
  [undefined, '{"a": {"b": ['],
  [undefined, '\u0000\ud800'],
];
