import type { Page } from 'playwright/test';
import { expect, test } from './designer.ts';
import { copiedText, dropFile, expectAccessible, openDesigner } from './fixtures.ts';
import { CanvasPage } from './pages/CanvasPage.ts';

const lesson = (page: Page) => page.getByRole('complementary', { name: 'Lesson' });
const goal = (page: Page, words: string) => lesson(page).getByRole('listitem').filter({ hasText: words });

/** A link to a lesson, followed where the designer is open already. */
async function goToLesson(page: Page, id: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#lesson=${id}`);
}

async function openFromList(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Learn', exact: true }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: title }).first().click();
  await expect(lesson(page).getByRole('heading', { level: 2, name: title })).toBeVisible();
}

test('a lesson, a puzzle and the final lesson are played in ways of one’s own, and the design from before is there again', async ({
  designer,
  page,
}) => {
  const own = await designer.text();
  await openFromList(page, 'Essential, and how far a death reaches');
  await expectAccessible(page, '.lesson');
  await expect(goal(page, 'audit-log is essential').getByRole('img', { name: 'Not yet:' })).toBeVisible();
  for (const name of ['metrics', 'audit-log']) await designer.canvas.card(name).getByRole('switch').click();
  await expect(goal(page, 'audit-log is essential').getByRole('img', { name: 'Holds:' })).toBeVisible();
  await expect(lesson(page).getByText('Done.')).toBeVisible();

  await openFromList(page, 'Who killed it?');
  await lesson(page).getByRole('button', { name: 'A hint' }).click();
  await designer.canvas.card('index-once').getByRole('switch').click();
  await expect(lesson(page).getByText('3 of 3 points.')).toBeVisible();

  await page.getByRole('button', { name: 'Learn', exact: true }).first().click();
  await expect(page.getByRole('dialog').getByText('1 of 12 done')).toBeVisible();
  await expectAccessible(page, 'dialog');
  await page.getByRole('button', { name: 'Back to my design' }).click();
  await expect(lesson(page)).toBeHidden();
  await expect.poll(() => designer.text()).toBe(own);

  // The last lesson of all, solved in another way than its solution.
  await goToLesson(page, 'four-containers');
  await expect(lesson(page)).toBeVisible();
  const logs = (prefix: string) => ({
    logDriver: 'awslogs',
    options: { 'awslogs-group': '/g', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': prefix },
  });
  const curl = (url: string) => ({
    command: ['CMD-SHELL', `curl -sf ${url} || exit 1`],
    interval: 10,
    timeout: 5,
    retries: 5,
    startPeriod: 30,
  });
  await designer.openJson();
  await designer.replaceText(
    JSON.stringify({
      family: 'mine',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '1024',
      memory: '2048',
      executionRoleArn: 'arn:aws:iam::111122223333:role/mine-execution',
      containerDefinitions: [
        {
          name: 'log-router',
          image: 'fluent/fluent-bit:3.1',
          firelensConfiguration: { type: 'fluentbit' },
          healthCheck: curl('http://127.0.0.1:2020/api/v1/health'),
          logConfiguration: logs('router'),
        },
        {
          name: 'envoy',
          image: 'acme/envoy:2',
          healthCheck: curl('http://127.0.0.1:9901/ready'),
          logConfiguration: logs('e'),
        },
        {
          name: 'secrets-init',
          image: 'acme/init:2',
          essential: false,
          startTimeout: 60,
          mountPoints: [{ sourceVolume: 'shared', containerPath: '/out' }],
          logConfiguration: logs('i'),
        },
        {
          name: 'app',
          image: 'acme/app:2',
          dependsOn: [
            { containerName: 'secrets-init', condition: 'SUCCESS' },
            { containerName: 'envoy', condition: 'HEALTHY' },
            { containerName: 'log-router', condition: 'HEALTHY' },
          ],
          mountPoints: [{ sourceVolume: 'shared', containerPath: '/in', readOnly: true }],
          logConfiguration: { logDriver: 'awsfirelens', options: { Name: 'stdout' } },
        },
      ],
      volumes: [{ name: 'shared' }],
    }),
  );
  await expect(lesson(page).getByText('Done.')).toBeVisible();
});

test('a lesson opens by a link, and a link to none says so; a wrong prediction is corrected by the run, and the solution plays step by step', async ({
  page,
}) => {
  await openDesigner(page, '#lesson=stop-order');
  await expect(lesson(page).getByRole('heading', { name: 'Stop order, SIGTERM and the kill' })).toBeVisible();
  expect(new URL(page.url()).hash).toBe('');
  await goToLesson(page, '%3Cimg src=x%3E__proto__');
  await expect(page.getByText('There is no lesson of the name in this link.').first()).toBeVisible();
  await expect(page.getByRole('dialog', { name: /^Learn/ })).toBeVisible();

  await goToLesson(page, 'ready-not-started');
  await lesson(page).getByRole('radio', { name: '16.0 s' }).check();
  await lesson(page).getByRole('button', { name: 'Play it' }).click();
  await expect(lesson(page).getByText('You said 16.0 s; the run says 4.0 s.')).toBeVisible({
    timeout: 15_000,
  });
  await lesson(page).getByRole('button', { name: 'Show the solution' }).click();
  await lesson(page).getByRole('button', { name: 'Make the first change' }).click();
  await lesson(page).getByRole('button', { name: 'Make the next change' }).click();
  await expect(lesson(page).getByText('That is one way.')).toBeVisible();
});

test('a lesson of one’s own goes by a link, and is solved by somebody who has never been here', async ({
  designer,
  page,
  browser,
}) => {
  const task = {
    family: 'mine',
    containerDefinitions: [
      { name: 'app', image: 'a:1', memory: 64, essential: false },
      { name: 'side', image: 'b:1', memory: 64 },
    ],
  };
  const scenario = {
    id: 'planned',
    name: 'As planned',
    behaviours: {},
    environment: {},
    expectations: [{ id: 'container-is-essential', args: { container: 'app', is: 'essential' } }],
    horizonSeconds: 600,
  };
  const file = {
    kind: 'ecs-task-design',
    version: 1,
    source: { lens: 'json', root: [] },
    text: JSON.stringify(task),
    parts: { scenarios: { v: 1, scenarios: [scenario] } },
  };
  await dropFile(page, '[data-testid="canvas"]', {
    name: 'mine.ecs-design.json',
    content: JSON.stringify(file),
  });
  await page.getByRole('button', { name: 'Replace what is on the canvas' }).click();
  await expect(designer.canvas.card('side')).toBeVisible();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const share = page.getByRole('dialog', { name: 'Share as a link' });
  await share.getByRole('checkbox', { name: /As a lesson/ }).check();
  await share
    .getByRole('textbox', { name: 'What is to be done' })
    .fill('Let the task live and die with app.');
  const link = await copiedText(page, () => share.getByRole('button', { name: 'Copy the link' }).click());

  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await expect(lesson(other).getByText('Let the task live and die with app.')).toBeVisible();
  await expect(lesson(other).getByText('A lesson sent to you')).toBeVisible();
  await new CanvasPage(other).card('app').getByRole('switch').click();
  await expect(lesson(other).getByText('Done.')).toBeVisible();
  await other.context().close();
});
