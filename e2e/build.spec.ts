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

/** Expects the four containers in any order, each as it shall be. */
function expectBuilt(task: TaskJson): void {
  const byName = (containers: readonly (typeof BUILT)[number][]) =>
    containers
      .map((container) => ({ ...container, waitsFor: container.waitsFor.toSorted() }))
      .sort((one, other) => one.name.localeCompare(other.name));
  expect(byName(essence(task) as typeof BUILT)).toEqual(byName(BUILT));
}

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

  expectBuilt(await designer.task());
});

test('the payments task can be built from a blank one by the keyboard alone', async ({ designer, page }) => {
  await startBlank(designer);
  const { canvas } = designer;
  const { keyboard } = page;
  const focused = (name: string) => expect(canvas.card(name)).toBeFocused();
  const goTo = async (name: string) => {
    await designer.run(name);
    await focused(name);
  };
  const add = async (words: string, name: string) => {
    await keyboard.press('a');
    await expect(page.getByRole('searchbox', { name: 'Add anything' })).toBeFocused();
    await keyboard.type(words);
    await keyboard.press('Enter');
    await focused(name);
  };
  const rename = async (before: string, name: string) => {
    const field = page.getByLabel('Name', { exact: true });
    await expect(field).toBeFocused();
    await expect(field).toHaveValue(before);
    await keyboard.type(name);
    await keyboard.press('Enter');
    await expect(canvas.card(name)).toBeVisible();
  };
  const field = async (words: string) => {
    await keyboard.press('/');
    const search = page.getByRole('searchbox', { name: 'Search the fields' });
    await expect(search).toBeFocused();
    await keyboard.press('ControlOrMeta+A');
    await keyboard.type(words);
    await expect(search).toHaveValue(words);
    await keyboard.press('Enter');
  };
  const wait = async (waits: string, waitedFor: string, condition: string) => {
    await keyboard.press('d');
    await expect(page.getByRole('menu', { name: `${waits} depends on` })).toBeVisible();
    await keyboard.type(waitedFor);
    await expect(page.getByRole('menuitem', { name: waitedFor })).toBeFocused();
    await keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: `${waits} waits for ${waitedFor}` })).toBeVisible();
    await keyboard.press(condition);
    await expect(canvas.edge(waits, waitedFor)).toBeAttached();
  };

  await designer.run('Add: Init');
  await expect(canvas.card('init')).toBeVisible();
  await designer.run('Rename');
  await rename('init', 'secrets-init');
  await goTo('secrets-init');
  await keyboard.press('m');
  await expect(page.getByRole('menuitem', { name: 'A new task volume' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(canvas.volume('shared')).toBeVisible();
  await focused('secrets-init');
  await add('cloudwatch', 'secrets-init');

  await add('container', 'container');
  await keyboard.press('F2');
  await rename('container', 'envoy');
  await focused('envoy');
  await field('image');
  await expect(page.getByLabel('Image', { exact: true })).toBeFocused();
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type('envoyproxy/envoy:v1.31.2');
  await keyboard.press('Enter');
  await goTo('envoy');
  await field('health');
  await expect(page.getByRole('button', { name: 'Add a health check' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: /^Envoy/ })).toBeFocused();
  await keyboard.press('Enter');
  await goTo('envoy');
  await add('cloudwatch', 'envoy');

  await goTo('app');
  await add('firelens', 'log-router');
  await goTo('app');
  await wait('app', 'secrets-init', '3');
  await wait('app', 'envoy', '4');
  await focused('app');
  await keyboard.press('m');
  await expect(page.getByRole('menuitem', { name: 'shared', exact: true })).toBeFocused();
  await keyboard.press('Enter');
  await field('mount');
  await expect(page.getByRole('combobox', { name: 'Volume of mount 1' })).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await expect(page.getByRole('checkbox', { name: 'ro' })).toBeFocused();
  await keyboard.press('Space');
  await expect(page.getByRole('checkbox', { name: 'ro' })).toBeChecked();

  const task = await designer.task();
  expectBuilt(task);
  const envoy = task.containerDefinitions?.find(({ name }) => name === 'envoy');
  expect(envoy).toMatchObject({
    image: 'envoyproxy/envoy:v1.31.2',
    healthCheck: { command: expect.arrayContaining(['CMD', 'bash']) },
  });
});
