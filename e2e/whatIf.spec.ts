import { expect, test } from './designer.ts';
import { expectAccessible } from './fixtures.ts';
import { TimelinePage } from './pages/TimelinePage.ts';

test('an exit, a dragged bar and a fault of the blast radius tell what becomes of the task; one undo takes a scenario back', async ({
  designer,
  page,
}) => {
  const timeline = new TimelinePage(page);
  await timeline.show('What if');
  await test.step('secrets-init exits with 1: app never starts, the reason is said, and its edge is one click away', async () => {
    const text = await designer.text();
    await timeline.exit('secrets-init').click();
    await page.getByRole('menuitemradio', { name: /^Exit 1:/ }).click();
    await expect(timeline.callouts()).toContainText(
      'app will never start: secrets-init exited with code 1 and SUCCESS needs 0',
    );
    await expect(timeline.callouts()).toContainText('ECS reports TaskFailedToStart: Task failed to start.');
    await timeline.goTo(4);
    await expect(designer.canvas.card('app').locator('.pill')).toHaveText('Given up, 143');
    await expectAccessible(page, '#timeline-panel');

    await timeline.callouts().getByRole('button', { name: 'Show the edge' }).click();
    await expect(page.locator('#side-panel').getByText('waits until', { exact: false })).toBeVisible();
    expect(await designer.text(), 'nothing of a scenario reaches ECS').toBe(text);

    await designer.undo();
    await expect(timeline.callouts()).not.toContainText('app will never start');
  });
  await test.step('envoy is dragged to be ready at 40 s: app moves along, and one undo takes it back', async () => {
    // From 2 s to 12 s wide; its end goes to 40 s.
    await timeline.stretch(timeline.bar('envoy', 'not-ready'), 2.8);
    await expect(timeline.callouts()).toContainText(/The task is RUNNING at 4\d\.\d s instead of 14\.0 s/);
    await expect(timeline.root.getByRole('button', { name: /^envoy: ready after 3\d/ })).toBeVisible();
    await expect(timeline.lane('app')).toHaveAccessibleName(/pull 4\d\.\d s to 4\d\.\d s/);
    await designer.undo();
    await expect(timeline.callouts()).not.toContainText('instead of');
    await expect(timeline.lane('app')).toHaveAccessibleName(/pull 12\.0 s to 14\.0 s/);
  });
  await test.step('a fault of the blast radius is played, and kept as a scenario', async () => {
    const cell = timeline.root.getByRole('button', {
      name: /^secrets-init exits 1 while starting: Never runs/,
    });
    await cell.hover();
    await expect(page.getByRole('tooltip')).toHaveText(
      /^secrets-init exits with code 1 at 3\.0 s\. Task stops at 3\.0 s, before it was RUNNING: app will never start: .* Then envoy leaves at \d\.\d s and log-router leaves at /,
    );
    await cell.click();
    await expect(cell).toHaveAttribute('aria-pressed', 'true');
    await timeline.axis.focus();
    await page.keyboard.press('End');
    await expect(designer.canvas.card('app').locator('.pill')).toHaveText('Given up, 143');
    await expectAccessible(page, '#timeline-panel');

    await timeline.root.getByRole('button', { name: /^secrets-init exits 1/, expanded: false }).click();
    await page.getByRole('menuitem', { name: 'Keep this as a scenario' }).click();
    await expect(
      timeline.root.getByRole('button', { name: /^secrets-init exits 1/, expanded: false }),
    ).toBeVisible();
  });
});

const LOSING = JSON.stringify({
  family: 'losing',
  containerDefinitions: [
    {
      name: 'router',
      image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:stable',
      essential: true,
      memory: 128,
      firelensConfiguration: { type: 'fluentbit' },
      healthCheck: { command: ['CMD-SHELL', 'true'], interval: 5, retries: 3 },
    },
    {
      name: 'app',
      image: 'acme/app:1',
      essential: true,
      memory: 256,
      logConfiguration: { logDriver: 'awsfirelens', options: { Name: 'stdout' } },
    },
  ],
});

const EARLY = JSON.stringify({
  family: 'early',
  containerDefinitions: [
    {
      name: 'secrets-init',
      image: 'acme/secrets-init:1',
      essential: false,
      memory: 64,
      mountPoints: [{ sourceVolume: 'shared', containerPath: '/shared' }],
    },
    {
      name: 'app',
      image: 'acme/app:1',
      essential: true,
      memory: 256,
      mountPoints: [{ sourceVolume: 'shared', containerPath: '/shared', readOnly: true }],
    },
  ],
  volumes: [{ name: 'shared' }],
});

test('lost logs and a reader that starts before its writer has finished are named, and the missing edge mends each', async ({
  designer,
}) => {
  const timeline = new TimelinePage(designer.page);
  await timeline.show('What if');
  /** Takes in a task in which the app starts too early, and lets it wait as the run offers. */
  const mend = async (task: string, says: string, mended: string, waitsFor: string, condition: string) => {
    await designer.takeIn(task);
    await expect(designer.canvas.cards()).toHaveCount(2);
    await expect(timeline.callouts()).toContainText(says);
    await timeline
      .callouts()
      .getByRole('button', { name: `Let app wait for ${waitsFor} ${condition}` })
      .click();
    await expect(timeline.callouts()).not.toContainText(mended);
    const { containerDefinitions = [] } = await designer.task();
    expect(containerDefinitions.find(({ name }) => name === 'app')?.dependsOn).toEqual([
      { containerName: waitsFor, condition },
    ]);
  };
  await test.step('a window in which logs are lost is found, its edge is added, and it is gone', () =>
    mend(LOSING, 'of the logs of app are lost', 'are lost', 'router', 'HEALTHY'));
  await test.step('a reader that starts before its writer has finished is named, and the missing edge mends it', () =>
    mend(EARLY, 'app may read shared too early.', 'shared', 'secrets-init', 'SUCCESS'));
});

test('many runs tell how long the task takes to RUNNING; a range moves it, and playing can be cancelled', async ({
  designer,
  page,
}) => {
  await expect(designer.canvas.root).toBeVisible();
  const timeline = new TimelinePage(page);
  await timeline.show('What if');
  await timeline.beside('Spread').check();
  const side = timeline.side();
  await expect(
    side.getByRole('img', { name: /^Half of 10,000 runs are RUNNING within 1\d\.\d s/ }),
  ).toBeVisible({ timeout: 30_000 });
  await expect(side.getByRole('row', { name: /^envoy .*%$/ })).toBeVisible();
  await expectAccessible(page, '#timeline-panel');

  const stop = side.getByText(/^From StopTask to STOPPED: half of all runs within /);
  await expect(stop).toBeVisible();
  await expect(stop).not.toContainText(/within \d\d/);
  const leaves = side.getByRole('textbox', { name: 'app leaves after SIGTERM: minimum' });
  await leaves.fill('25');
  await leaves.press('Enter');

  const maximum = side.getByRole('textbox', { name: 'app pull: maximum' });
  await maximum.fill('-3');
  await maximum.press('Enter');
  await expect(maximum).toHaveAttribute('aria-invalid', 'true');
  await maximum.fill('90');
  await maximum.press('Enter');
  await expect(
    side.getByRole('img', { name: /^Half of 10,000 runs are RUNNING within [345]\d\.\d s/ }),
  ).toBeVisible({ timeout: 30_000 });
  await expect(stop).toContainText(/half of all runs within [23]\d/);
  await expect(timeline.lane('app'), 'the planned run stays as it is').toHaveAccessibleName(
    /pull 12\.0 s to 14\.0 s/,
  );

  await expect(async () => {
    const again = side.getByRole('button', { name: 'Play again' });
    if (await again.isVisible()) await again.click();
    await side.getByRole('button', { name: 'Cancel' }).click({ timeout: 1_000 });
    await expect(side.getByText(/^Cancelled after [\d,]+ runs$/)).toBeVisible({ timeout: 1_000 });
  }).toPass();
});

test('one switch shows the polling of the real agent, another what dies with a container; a duration is sense or refused', async ({
  designer,
  page,
}) => {
  const timeline = new TimelinePage(page);
  await test.step('one switch shows the polling of the real agent, and the run says that it is uncertain', async () => {
    await expect(timeline.lane('app')).toHaveAccessibleName(/pull 12\.0 s to 14\.0 s/);
    await timeline.scenario('As planned').click();
    await page.getByRole('menuitemcheckbox', { name: /^The agent looks every 5 s/ }).click();
    await expect(timeline.lane('app')).toHaveAccessibleName(/pull 13\.0 s to 15\.0 s/);
    await timeline.root.getByRole('button', { name: 'Uncertain' }).click();
    await expect(page.getByRole('dialog', { name: 'What is doubtful in this run' })).toContainText(
      'what happens at 12.0 s it notices at 13.0 s',
    );
    await expectAccessible(page, '[role="dialog"]');
    await page.keyboard.press('Escape');
    await designer.undo();
    await expect(timeline.lane('app')).toHaveAccessibleName(/pull 12\.0 s to 14\.0 s/);
  });
  await test.step('the essential switch shows what dies with a container, under the pointer and by the keyboard', async () => {
    const mark = (name: string) => designer.canvas.card(name).locator('.card-mark');
    const peek =
      /^If envoy dies, the task stops\. In this order: app stops after \d\.\d s and log-router stops after \d\.\d s\. All is STOPPED \d\.\d s after it\.$/;
    await designer.canvas
      .card('envoy')
      .getByRole('switch', { name: /ssential/ })
      .hover();
    await expect(page.getByRole('tooltip')).toHaveText(peek);
    await expect(mark('app')).toHaveText(/^2stops after \d\.\d s$/);
    await page.mouse.move(0, 0);
    await expect(page.locator('.card-mark')).toHaveCount(0);

    await designer.canvas.select('envoy');
    const toggle = page.locator('#side-panel').getByRole('switch', { name: /^Essential/ });
    await toggle.hover();
    await expect(page.getByRole('tooltip')).toHaveText(peek);
    await expect(mark('envoy')).toHaveText('1dies');
    await expect(mark('app')).toHaveText(/^2stops after \d\.\d s$/);
    await expect(mark('log-router')).toHaveText(/^3stops after \d\.\d s$/);
    await expect(mark('secrets-init')).toHaveCount(0);
    await page.mouse.move(0, 0);
    await expect(page.locator('.card-mark')).toHaveCount(0);

    // A switch that is come to by the keyboard, not by a script after the pointer.
    await toggle.focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await expect(page.getByRole('tooltip')).toHaveText(/^If envoy dies, the task stops\./);
    await page.keyboard.press('Space');
    await expect(page.getByRole('tooltip')).toHaveText(
      /^If envoy dies, the task runs on without it\. If it were essential, the task would stop\. In this order: /,
    );
    await expect(toggle).toHaveAccessibleDescription(/the task runs on without it/);
    await expect(mark('envoy')).toHaveText('1dies');
    await page.keyboard.press('Tab');
    await expect(page.locator('.card-mark')).toHaveCount(0);
  });
  await test.step('a duration that is nonsense is refused at its field; one that is sense moves the run', async () => {
    const side = page.locator('#side-panel');
    await designer.canvas.select('log-router');
    await side.getByRole('button', { name: /^Behaviour in the timeline/ }).click();
    const pull = side.getByRole('textbox', { name: 'Pull', exact: true });
    for (const [typed, says] of [
      ['-1', 'Takes 0 to 604800'],
      ['31536000', 'Takes 0 to 604800'],
      ['NaN', 'Not a number'],
    ] as const) {
      await pull.fill(typed);
      await pull.press('Enter');
      await expect(pull).toHaveAttribute('aria-invalid', 'true');
      await expect(pull).toHaveAccessibleDescription(says);
      await expect(pull).toHaveValue(typed);
      await expect(timeline.lane('log-router')).toHaveAccessibleName(/pull 0\.0 s to 1\.6 s/);
    }
    await pull.fill('5');
    await pull.press('Enter');
    await expect(timeline.lane('log-router')).toHaveAccessibleName(/pull 0\.0 s to 5\.0 s/);
    await designer.undo();
    await expect(timeline.lane('log-router')).toHaveAccessibleName(/pull 0\.0 s to 1\.6 s/);
  });
});

test('what must hold turns red and green again, and a control of a lane makes a scenario; each is a step of undo', async ({
  designer,
  page,
}) => {
  const timeline = new TimelinePage(page);
  await timeline.show('What if');
  await test.step('what must hold turns red when a container is never healthy, and green again; it is taken back and away', async () => {
    await timeline.beside('Must hold').check();
    const side = timeline.side();
    await side.getByLabel('It must hold that').selectOption('… starts before …');
    await side.getByRole('button', { name: 'Add' }).click();
    const expectation = side.getByRole('listitem').filter({ hasText: 'app starts before 20.0 s' });
    await expect(expectation.getByRole('img', { name: 'holds' })).toBeVisible();
    await expect(timeline.root.getByText('1 expectation holds')).toBeVisible();

    await timeline.choose('envoy', 'never healthy');
    await expect(expectation.getByRole('img', { name: 'fails' })).toBeVisible();
    await expect(expectation).toContainText('it never starts');
    await expect(timeline.root.getByText('1 of 1 expectation fails')).toBeVisible();
    await expectAccessible(page, '#timeline-panel');
    await designer.undo();
    await expect(expectation.getByRole('img', { name: 'holds' })).toBeVisible();

    await expectation.getByRole('button', { name: /^No longer expect/ }).click();
    await expect(expectation).toHaveCount(0);
    await designer.undo();
    await expect(expectation).toHaveCount(1);
  });
  await test.step('a control of a lane makes a scenario, which is renamed, left and removed, each a step of undo', async () => {
    await timeline.goTo(30);
    await timeline.choose('app', 'out of memory at 30.0 s, 137');
    await expect(timeline.callouts()).toContainText('app is essential and exited with code 137');
    await expect(timeline.lane('app')).toHaveAccessibleName(/exit 137 at 30\.0 s/);
    await timeline.scenario('app: out of memory').click();
    await page.getByRole('menuitem', { name: 'Rename…' }).click();
    const name = page
      .getByRole('dialog', { name: 'Rename the scenario' })
      .getByRole('textbox', { name: 'Name' });
    await name.fill('Too small');
    await name.press('Enter');
    await timeline.scenario('Too small').click();
    await page.getByRole('menuitemradio', { name: 'As planned' }).click();
    await expect(timeline.lane('app')).not.toHaveAccessibleName(/exit 137/);
    await timeline.scenario('As planned').click();
    await page.getByRole('menuitemradio', { name: 'Too small' }).click();
    await expect(timeline.lane('app')).toHaveAccessibleName(/exit 137/);
    await timeline.scenario('Too small').click();
    await page.getByRole('menuitem', { name: 'Remove Too small' }).click();
    await expect(timeline.scenario('As planned')).toBeVisible();
    await designer.undo();
    await timeline.scenario('As planned').click();
    await expect(page.getByRole('menuitemradio', { name: 'Too small' })).toBeVisible();
    await page.keyboard.press('Escape');

    await timeline.choose('envoy', 'pull fails');
    await expect(timeline.callouts()).toContainText('the image of envoy could not be pulled');
    await timeline.choose('envoy', 'Stop the task at 30.0 s');
    await timeline.choose('envoy', 'As planned again');
    await expect(timeline.callouts()).toContainText('The task is STOPPED at 3');
    await expect(timeline.lane('envoy')).toHaveAccessibleName(/stopping 3\d\.\d s to 3\d\.\d s/);
  });
});
