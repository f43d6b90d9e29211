/** Task definitions of any size to measure with. */

function container(index, waitsFor) {
  return {
    name: `c${index}`,
    image: `registry.example.org/team/service-${index}:1.0`,
    essential: index % 3 !== 2,
    memory: 128,
    portMappings: [{ containerPort: 3000 + index }],
    environment: [{ name: 'LEVEL', value: 'info' }],
    healthCheck: {
      command: ['CMD-SHELL', 'curl -f http://localhost/health || exit 1'],
      interval: 10,
      retries: 3,
    },
    dependsOn: waitsFor.map((name) => ({ containerName: name, condition: 'HEALTHY' })),
    mountPoints: [{ sourceVolume: `v${index % 6}`, containerPath: '/data' }],
    logConfiguration: {
      logDriver: 'awslogs',
      options: {
        'awslogs-group': '/aws/ecs/bench',
        'awslogs-region': 'eu-west-1',
        'awslogs-stream-prefix': 'c',
      },
    },
  };
}

/** The text of a task with so many containers in a few start waves; the fifth line is an image. */
export function taskText(containers) {
  const containerDefinitions = Array.from({ length: containers }, (_, index) =>
    container(index, index < 4 ? [] : [`c${Math.floor(index / 3)}`]),
  );
  const volumes = Array.from({ length: Math.min(6, containers) }, (_, index) => ({ name: `v${index}` }));
  const task = {
    containerDefinitions,
    family: 'bench',
    cpu: '4096',
    memory: '16384',
    networkMode: 'awsvpc',
    volumes,
  };
  return `${JSON.stringify(task, null, 2)}\n`;
}

/** The text of a task of at least so many characters, most of them environment. */
export function longTaskText(characters) {
  const task = JSON.parse(taskText(10));
  for (let index = 0; JSON.stringify(task, null, 2).length < characters; index += 1) {
    task.containerDefinitions[index % 10].environment.push({
      name: `SETTING_${index}`,
      value: `value of setting ${index}`,
    });
  }
  return `${JSON.stringify(task, null, 2)}\n`;
}

/** The text of a task of so many containers in which hardly anything is right. */
export function rubbishText(containers) {
  const task = JSON.parse(taskText(containers));
  task.containerDefinitions = task.containerDefinitions.map((one, index) => ({
    ...one,
    name: 'same name',
    Image: one.image,
    image: undefined,
    stopTimeout: 0,
    memory: 'much',
    links: [`nobody-${index}`],
    dependsOn: Array.from({ length: 10 }, () => ({ containerName: 'nobody', condition: 'SOON' })),
    mountPoints: Array.from({ length: 10 }, () => ({ sourceVolume: 'nothing' })),
    healthCheck: { command: [], interval: 1, timeout: 999, retries: 99 },
  }));
  return `${JSON.stringify(task, null, 2)}\n`;
}

/** A CloudFormation template of about so many characters: one task of ten containers among resources of other kinds. */
export function templateText(characters) {
  const containers = Array.from(
    { length: 10 },
    (_, index) =>
      `        - Name: c${index}\n          Image: !Sub '\${Registry}/service-${index}:1.0'\n          Memory: 128\n`,
  );
  const task = `  Task:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      ContainerDefinitions:\n${containers.join('')}`;
  const other = (index) =>
    `  Group${index}:\n    Type: AWS::Logs::LogGroup\n    Properties:\n      LogGroupName: !Sub '/bench/\${AWS::StackName}/${index}'\n      Tags:\n        - { Key: index, Value: '${index}' }\n`;
  let text = `AWSTemplateFormatVersion: '2010-09-09'\nParameters:\n  Registry: { Type: String, Default: acme }\nResources:\n${task}`;
  for (let index = 0; text.length < characters; index += 1) text += other(index);
  return text;
}

/** Repeats pieces until the text has at least so many characters. */
function repeated(head, piece, tail, characters) {
  let text = head;
  for (let index = 0; text.length < characters; index += 1) text += piece(index);
  return text + tail;
}

const RESOURCE = `resource "aws_ecs_task_definition" "bench" {
  family = "bench"
  container_definitions = jsonencode([
${Array.from({ length: 10 }, (_, index) => `    { name = "c${index}", image = "acme/service-${index}:\${var.tag}", memory = 128 },`).join('\n')}
  ])
}
`;

/** Long texts of each kind that is read, by what it is called; each names an image `service-0:`. */
export const kindsOfText = {
  'a task definition': (characters) =>
    repeated(
      '{\n  "family": "bench",\n  "containerDefinitions": [\n',
      (index) =>
        `${index === 0 ? '' : ',\n'}    { "name": "c${index}", "image": "acme/service-${index}:1", "memory": 128, "environment": [{ "name": "A", "value": "v" }] }`,
      '\n  ]\n}\n',
      characters,
    ),
  'a template with placeholders': (characters) =>
    repeated(
      '{\n  "family": "${family}",\n  "cpu": ${cpu},\n  "containerDefinitions": [\n',
      (index) =>
        `${index === 0 ? '' : ',\n'}    { "name": "c${index}", "image": "acme/service-${index}:${'${tag}'}", "memory": ${'${memory}'}, "environment": [{ "name": "A", "value": "${'${value}'}" }] }`,
      '\n  ]\n}\n',
      characters,
    ),
  'a Terraform file': (characters) =>
    repeated(
      `variable "tag" { default = "1.0" }\n${RESOURCE}`,
      (index) =>
        `resource "aws_cloudwatch_log_group" "g${index}" {\n  name              = "/bench/${'${var.tag}'}/${index}"\n  retention_in_days = 7\n  tags = {\n    Index = "${index}"\n  }\n}\n`,
      '',
      characters,
    ),
  'a Compose file': (characters) =>
    repeated(
      'x-base: &base\n  restart: always\nservices:\n',
      (index) =>
        `  s${index}:\n    <<: *base\n    image: acme/service-${index}:1.0\n    environment:\n      LEVEL: info\n      INDEX: '${index}'\n${index === 0 ? '' : `    depends_on:\n      s${index - 1}: { condition: service_started }\n`}`,
      '',
      characters,
    ),
};
