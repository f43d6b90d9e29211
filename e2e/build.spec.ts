import { expect, test } from './designer.ts';
import type { DesignerPage, TaskJson } from './pages/DesignerPage.ts';

/** What the payments task is about, whatever its images and sizes. */
function essence(task: TaskJson) {
  return (task.containerDefinitions ?? []).map(
    ({ name, essential, dependsOn, mountPoints, logConfiguration }) => ({
      name,
      essential: essential !== false,
      waitsFor: dependsOn?.map(({ containerName, condition }) => `${containerName} ${condition}`) ?? [],
      mounts:
        mountPoints?.map(({ sourceVolume, readOnly }) => `${sourceVolume} ${readOnly ? 'ro' : 'rw'}`) ?? [],
      logs: logConfiguration?.logDriver,
    }),
  );
}

const BUILT = [
  {
    name: 'app',
    essential: true,
    waitsFor: ['secrets-init SUCCESS', 'envoy HEALTHY'],
    mounts: ['shared ro'],
    logs: 'awsfirelens',
  },
  { name: 'secrets-init', essential: false, waitsFor: [], mounts: ['shared rw'], logs: 'awslogs' },
  { name: 'envoy', essential: true, waitsFor: [], mounts: [], logs: 'awslogs' },
  { name: 'log-router', essential: true, waitsFor: [], mounts: [], logs: 'awslogs' },
];

async function startBlank(designer: DesignerPage): Promise<void> {
  await designer.run('Open the example Blank task');
  await expect(designer.canvas.cards()).toHaveCount(1);
}

test('the payments task can be built from a blank one by mouse alone', async ({ designer, page }) => {
  await startBlank(designer);
  const { canvas } = designer;
  const pane = page.locator('.react-flow__pane');

  await designer.entry('container-init').dragTo(pane, { targetPosition: { x: 120, y: 120 } });
  await expect(canvas.card('init')).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('secrets-init');
  await page.keyboard.press('Enter');
  await designer.entry('volume-task-volume').dragTo(canvas.card('secrets-init'));
  await designer.entry('log-cloudwatch').dragTo(canvas.card('secrets-init'));

  await canvas.select('app');
  await designer.entry('sidecar-envoy-proxy').click();
  await expect(canvas.card('envoy')).toBeVisible();
  await canvas.select('app');
  await designer.entry('sidecar-firelens-router').click();
  await expect(canvas.card('log-router')).toBeVisible();

  await designer.run('Fit the task into view');
  await canvas.connect('secrets-init', 'app');
  await canvas.chooseCondition('SUCCESS');
  await canvas.dragBetween(
    canvas.volume('shared').locator('.card-out'),
    canvas.card('app').locator('.card-in'),
  );
  // A crowded task draws the mounts of what is selected.
  await canvas.select('app');
  await canvas.mountEdge('app', 'shared').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'Read only' }).check();

  const built = essence(await designer.task());
  expect(built.map(({ name }) => name).sort()).toEqual(BUILT.map(({ name }) => name).sort());
  for (const wished of BUILT) {
    const found = built.find(({ name }) => name === wished.name);
    expect({ ...found, waitsFor: found?.waitsFor.toSorted() }).toEqual({
      ...wished,
      waitsFor: wished.waitsFor.toSorted(),
    });
  }
});

test('the same edges can be drawn with the keyboard alone', async ({ designer, page }) => {
  const before = await designer.text();
  await designer.canvas.card('envoy').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('d');
  const menu = page.getByRole('menu', { name: 'envoy depends on' });
  await expect(menu).toBeVisible();
  await page.keyboard.press('l');
  await expect(menu.getByRole('menuitem', { name: 'log-router' })).toBeFocused();
  await page.keyboard.press('Enter');
  const list = page.getByRole('dialog', { name: 'envoy waits for log-router' });
  await expect(list).toBeVisible();
  await page.keyboard.press('1');
  await expect(list).toBeHidden();
  await expect(designer.canvas.edge('envoy', 'log-router')).toBeAttached();

  await designer.canvas.edge('envoy', 'log-router').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Delete');
  await expect(designer.canvas.edge('envoy', 'log-router')).toHaveCount(0);
  await expect.poll(() => designer.text()).toBe(before);
});

test('a task grows by the keyboard alone: add, name, wait, essential', async ({ designer, page }) => {
  await startBlank(designer);
  await designer.run('Add: Init');
  await designer.run('Rename');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('secrets-init');
  await page.keyboard.press('Enter');
  await expect(designer.canvas.card('secrets-init')).toBeVisible();
  await designer.canvas.card('app').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('d');
  await expect(page.getByRole('menuitem', { name: 'secrets-init' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'app waits for secrets-init' })).toBeVisible();
  await page.keyboard.press('3');
  await expect(designer.canvas.edge('app', 'secrets-init')).toBeAttached();
  expect(essence(await designer.task()).map(({ waitsFor }) => waitsFor)).toEqual([
    ['secrets-init SUCCESS'],
    [],
  ]);
});

test('undo leads all the way back and forward again, byte by byte', async ({ designer, page }) => {
  const texts = [await designer.text()];
  const step = async (act: () => Promise<void>) => {
    await act();
    texts.push(await designer.text());
  };
  await step(() => designer.canvas.essential('envoy').click());
  await step(() => designer.run('Add: Cache'));
  await step(() => designer.run('Duplicate'));
  await step(async () => {
    await designer.canvas.select('log-router');
    await page.keyboard.press('Delete');
  });
  await step(() => designer.run('Add: Task volume'));
  for (const text of texts.toReversed().slice(1)) {
    await designer.undo();
    await expect.poll(() => designer.text()).toBe(text);
  }
  for (const text of texts.slice(1)) {
    await designer.redo();
    await expect.poll(() => designer.text()).toBe(text);
  }
});
