import type { Locator, Page } from 'playwright/test';
import { expect, test } from './designer.ts';
import { dropFile } from './fixtures.ts';

const DESCRIBED = JSON.stringify(
  {
    taskDefinition: {
      taskDefinitionArn: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/orders:7',
      containerDefinitions: [
        {
          name: 'orders',
          image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/orders:9',
          cpu: 256,
          memory: 512,
          portMappings: [],
          essential: true,
          environment: [],
          'x-owner': 'team-orders',
        },
      ],
      family: 'orders',
      executionRoleArn: 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
      networkMode: 'awsvpc',
      revision: 7,
      volumes: [],
      status: 'ACTIVE',
      requiresAttributes: [{ name: 'ecs.capability.task-eni' }],
      compatibilities: ['EC2', 'FARGATE'],
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      registeredAt: '2026-05-01T10:00:00.000Z',
      registeredBy: 'arn:aws:iam::111122223333:user/someone',
    },
    tags: [],
  },
  null,
  4,
);

/** The dialog of a text that was brought; by its tag: a role is looked for in every element of the page. */
async function importing(page: Page): Promise<Locator> {
  const dialog = page.locator('dialog[open]');
  await expect(dialog).toHaveAccessibleName('Import a task definition');
  return dialog;
}

const replace = (dialog: Locator) =>
  dialog.getByRole('button', { name: 'Replace what is on the canvas' }).click();

test('broken text replaces nothing, UTF-16 is read, a pasted container joins the task, and what describe-task-definition prints comes out ready to register', async ({
  designer,
  page,
}) => {
  const before = await designer.text();
  await test.step('text that is no task says where it breaks, and replaces nothing', async () => {
    await designer.paste('{ "family": "a",\n  "containerDefinitions": [ { "name": }');
    const dialog = await importing(page);
    await expect(dialog.getByText(/Line 2, column/).first()).toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toBeHidden();
    await expect(designer.canvas.card('envoy')).toBeVisible();
  });

  await test.step('a file in UTF-16 is read', async () => {
    const text = '\uFEFF{ "family": "wide", "containerDefinitions": [{ "name": "käse", "image": "a:1" }] }';
    const bytes = [...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]);
    await dropFile(page, '.canvas', { name: 'task.json', content: bytes });
    const dialog = await importing(page);
    await expect(dialog.getByText('wide, 1 container')).toBeVisible();
    // A tip that was on its way when the dialog came lies behind it, and takes no Escape from it.
    await page.locator('.topbar [aria-label="Appearance"]').dispatchEvent('pointerover');
    await expect(page.locator('.tooltip')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('a container pasted anywhere joins the task, and one undo takes it away', async () => {
    await designer.paste('{ "name": "app", "image": "redis:7", "essential": false }');
    await expect(designer.canvas.card('app-2')).toBeVisible();
    await designer.undo();
    await expect(designer.canvas.card('app-2')).toHaveCount(0);
    await expect.poll(() => designer.text()).toBe(before);
  });

  await test.step('a list of containers has no place for a volume, and becomes a whole task with it at one click', async () => {
    const list = '[\n  { "name": "web", "image": "nginx:1.27" }\n]\n';
    await dropFile(page, '.canvas', { name: 'containers.json', content: list });
    await replace(await importing(page));
    await expect.poll(() => designer.text()).toBe(list);
    await designer.entry('volume-task-volume').click();
    await page
      .locator('.toasts')
      .filter({ hasText: 'no place in it for volumes' })
      .getByRole('button', { name: 'Make it a whole task definition' })
      .click();
    await expect(designer.canvas.volume('shared')).toBeVisible();
    expect(await designer.text()).toBe(
      '{\n  "family": "web",\n  "containerDefinitions": [\n    { "name": "web", "image": "nginx:1.27" }\n  ],\n  "volumes": [\n    {\n      "name": "shared"\n    }\n  ]\n}\n',
    );
    await designer.undo();
    await expect.poll(() => designer.text()).toBe(list);
    await designer.undo();
    await expect.poll(() => designer.text()).toBe(before);
  });

  await test.step('what describe-task-definition prints is taken in, and comes out ready to register', async () => {
    await designer.paste(DESCRIBED);
    const dialog = await importing(page);
    await expect(dialog.getByText('orders, 1 container')).toBeVisible();
    await expect(dialog.getByText('registeredBy').first()).toBeVisible();
    expect(await designer.canvas.card('app').count()).toBe(1);
    await replace(dialog);
    await expect(designer.canvas.card('orders')).toBeVisible();
    const [title, meters, head] = await Promise.all(
      ['.frame-title', '.frame-meters', '.frame-head'].map((part) => page.locator(part).boundingBox()),
    );
    if (!title || !meters || !head) throw new Error('The frame has no title, or no meters.');
    expect(title.x + title.width, 'the title of the task beside its meters').toBeLessThanOrEqual(meters.x);
    expect(meters.x + meters.width).toBeLessThanOrEqual(head.x + head.width);
    const text = await designer.text();
    const task = JSON.parse(text) as Record<string, unknown>;
    for (const member of [
      'taskDefinitionArn',
      'revision',
      'status',
      'requiresAttributes',
      'registeredAt',
      'tags',
    ]) {
      expect(task).not.toHaveProperty(member);
    }
    expect(text).toContain('"x-owner": "team-orders"');

    await designer.run('Export in any format');
    const exported = page.locator('dialog.export');
    const preview = exported.getByRole('region', { name: 'Preview' });
    await expect(preview).toContainText('"family": "orders"');
    await expect(preview).not.toContainText('registeredBy');
    await exported.getByRole('checkbox', { name: /With what only a description has/ }).check();
    await expect(preview).toContainText('"registeredBy": "arn:aws:iam::111122223333:user/someone"');
    await page.keyboard.press('Escape');
    await expect(exported).toBeHidden();
    await designer.undo();
    await expect(designer.canvas.card('envoy')).toBeVisible();
    await expect.poll(() => designer.text()).toBe(before);
  });
});

const TERRAFORM = `variable "tag" {}
locals {
  port = 8080
}
resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  cpu                      = 256
  memory                   = 512
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  container_definitions = jsonencode([
    { name = "migrate", image = "acme/migrate:1", essential = false },
    {
      name         = "web"
      image        = "acme/web:\${var.tag}"
      portMappings = [{ containerPort = local.port }]
      dependsOn    = [{ containerName = "migrate", condition = "SUCCESS" }]
      not_of_ecs   = true
    },
  ])
}
resource "aws_ecs_task_definition" "jobs" {
  family                = "jobs"
  container_definitions = <<-EOF
    [{ "name": "job", "image": "acme/job:1", "memory": 128 }]
  EOF
}
`;

const PLAN = JSON.stringify({
  format_version: '1.2',
  terraform_version: '1.9.0',
  planned_values: {
    root_module: {
      child_modules: [
        {
          address: 'module.till',
          resources: [
            {
              address: 'module.till.aws_ecs_task_definition.this',
              mode: 'managed',
              type: 'aws_ecs_task_definition',
              name: 'this',
              values: {
                family: 'till',
                cpu: '256',
                memory: '512',
                network_mode: 'awsvpc',
                skip_destroy: false,
                container_definitions: '[{"name":"till","image":"acme/till:4","essential":true}]',
                volume: [],
              },
            },
          ],
        },
      ],
    },
  },
});

const DOCKERRUN = JSON.stringify({
  AWSEBDockerrunVersion: 2,
  containerDefinitions: [
    { name: 'nginx', image: 'nginx:1', memory: 64, links: ['shop'] },
    { name: 'shop', image: 'acme/shop:2', memory: 256, essential: true },
  ],
  authentication: { bucket: 'keys', key: '.dockercfg' },
});

/** The second list is never closed. */
const BROKEN_TERRAFORM = `resource "aws_ecs_task_definition" "half" {
  family = "half"
  container_definitions = jsonencode([
    { name = "half", image = "acme/half:1", memory = 64, command = ["run" },
  ])
}
`;

test('a plan of Terraform, broken Terraform, a Dockerrun file and a Terraform file of several tasks: each is told, read and judged for what it is', async ({
  designer,
  page,
}) => {
  await test.step('a plan, broken Terraform and a Dockerrun file, one after the other in the field', async () => {
    await designer.paste(PLAN);
    const dialog = await importing(page);
    const text = dialog.getByRole('textbox', { name: 'Text to import' });
    await expect(dialog.getByText('Terraform plan or state (JSON)')).toBeVisible();
    await expect(dialog.getByText('module.till.aws_ecs_task_definition.this, 1 container')).toBeVisible();

    await text.fill(BROKEN_TERRAFORM);
    const problems = dialog.getByRole('list', { name: 'Problems' });
    await expect(problems).toContainText(/Line 4, column \d+/);
    await expect(text).toHaveValue(BROKEN_TERRAFORM);

    await text.fill(DOCKERRUN);
    await expect(dialog.getByText('Dockerrun.aws.json of Elastic Beanstalk')).toBeVisible();
    await expect(dialog.getByText('authentication is Elastic Beanstalk')).toBeVisible();
    await expect(dialog.getByRole('img', { name: 'Dockerrun, drawn' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Open as a new design' }).click();
    await expect(designer.canvas.card('nginx')).toBeVisible();
    expect(JSON.parse(await designer.text())).not.toHaveProperty('authentication');
  });

  await test.step('of several tasks in a Terraform file one is chosen, with its losses and its picture seen before', async () => {
    await dropFile(page, '.canvas', { name: 'main.tf', content: [...new TextEncoder().encode(TERRAFORM)] });
    const dialog = await importing(page);
    await expect(dialog.getByText('Terraform, 2 task definitions')).toBeVisible();
    await expect(dialog.getByRole('img', { name: 'aws_ecs_task_definition.web, drawn' })).toBeVisible();
    await expect(dialog.getByText(/ECS has no member not_of_ecs/)).toBeVisible();
    await expect(dialog.getByText(/only Terraform knows it/)).toBeVisible();
    await dialog.getByRole('radio', { name: 'aws_ecs_task_definition.jobs (1 container)' }).check();
    await expect(dialog.getByText('aws_ecs_task_definition.jobs, 1 container')).toBeVisible();
    await expect(dialog.getByText(/ECS has no member not_of_ecs/)).toHaveCount(0);
    await dialog.getByRole('radio', { name: 'aws_ecs_task_definition.web (2 containers)' }).check();
    await replace(dialog);
    await expect(designer.canvas.card('migrate')).toBeVisible();
    expect(JSON.parse(await designer.text())).toMatchObject({ family: 'web', cpu: '256' });
  });
});

const COMPOSE = `services:
  db:
    image: postgres:16
    healthcheck:
      test: pg_isready
      interval: 10s
  migrate:
    image: acme/migrate:1
  web:
    image: acme/web:3
    depends_on:
      db:
        condition: service_healthy
      migrate:
        condition: service_completed_successfully
    x-owner: shop
`;

test('a Compose file becomes one task, the placeholders of a template stay to the byte, and hostile names are shown as text and never run', async ({
  designer,
  page,
}) => {
  await test.step('a Compose file becomes one task, its conditions kept', async () => {
    await designer.paste(COMPOSE);
    const dialog = await importing(page);
    await expect(dialog.getByText(/x-owner has no counterpart/)).toBeVisible();
    await expect(dialog.getByText(/migrate is waited for until it has ended/)).toBeVisible();
    await replace(dialog);
    await expect(designer.canvas.card('db')).toBeVisible();
    const { containerDefinitions } = JSON.parse(await designer.text());
    expect(containerDefinitions[2].dependsOn).toEqual([
      { containerName: 'db', condition: 'HEALTHY' },
      { containerName: 'migrate', condition: 'SUCCESS' },
    ]);
  });

  await test.step('a template that is no JSON is edited on the canvas, and its placeholders stay to the byte', async () => {
    await designer.paste(
      '{\n  "family": "shop",\n  "containerDefinitions": [\n    { "name": "web", "image": "${image}", "memory": ${memory} } // filled in later\n  ]\n}\n',
    );
    const dialog = await importing(page);
    await expect(dialog.getByText('Template of a task definition')).toBeVisible();
    await replace(dialog);
    await expect(designer.canvas.cards()).toHaveCount(1);
    await expect(designer.canvas.card('web')).toBeVisible();
    await designer.paste('{ "name": "helper", "image": "acme/helper:1", "essential": false }');
    await expect(designer.canvas.card('helper')).toBeVisible();
    const edited = await designer.text();
    expect(edited).toContain('{ "name": "web", "image": "${image}", "memory": ${memory} }');
    expect(edited).toContain('// filled in later');
    expect(edited).toContain('"acme/helper:1"');
  });

  await test.step('hostile names are shown as text and never run', async () => {
    const name = '<img src=x onerror=alert(1)>"\u202E';
    const text = `{"family":"x","containerDefinitions":[{"name":${JSON.stringify(name)},"image":"a:1"},{"name":${JSON.stringify(name)},"image":"a:1","dependsOn":[{"containerName":"nobody","condition":"START"},{"containerName":${JSON.stringify(name)},"condition":"HEALTHY"}]},{"__proto__":{"polluted":true},"image":"b:1"}]}`;
    await designer.paste(text);
    await replace(await importing(page));
    await expect(designer.canvas.cards()).toHaveCount(3);
    await expect.poll(() => designer.text()).toBe(text);
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
    await designer.tab('Problems').click();
    await expect(page.locator('.findings-verdict')).toHaveText('ECS would refuse it');
    const panel = page.getByRole('tabpanel').filter({ has: page.locator('.findings-verdict') });
    const first = panel.getByRole('list', { name: 'Problems' }).locator('.finding').first();
    const search = panel.getByRole('searchbox', { name: 'Search the problems' });
    for (const words of ['still a placeholder', 'no member']) {
      await search.fill(words);
      await expect(first).toContainText(words);
      // The mark that turns letters round stands in its name, not in the sentence.
      await expect(first).not.toContainText('\u202E');
    }
  });
});
