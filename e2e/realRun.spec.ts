import { expect, test } from './designer.ts';
import { expectAccessible } from './fixtures.ts';
import { TimelinePage } from './pages/TimelinePage.ts';

/** As the command prints it; nothing of it comes from a real account. */
const DESCRIBED = {
  tasks: [
    {
      taskArn: 'arn:aws:ecs:eu-west-1:111122223333:task/pay/0af1',
      lastStatus: 'STOPPED',
      createdAt: '2026-03-01T10:00:00.000Z',
      pullStartedAt: '2026-03-01T10:00:10.000Z',
      pullStoppedAt: '2026-03-01T10:00:14.000Z',
      stoppingAt: '2026-03-01T10:00:17.000Z',
      stoppedAt: '2026-03-01T10:00:40.500Z',
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      containers: [
        { name: 'secrets-init', lastStatus: 'STOPPED', exitCode: 1 },
        { name: 'envoy', lastStatus: 'STOPPED', exitCode: 0 },
        { name: 'log-router', lastStatus: 'STOPPED', exitCode: 0 },
        { name: 'app', lastStatus: 'STOPPED', exitCode: 143 },
      ],
    },
  ],
};

test('a real run is pasted: it stands above the plan, says why it stopped, and the scenario is fitted to it', async ({
  designer,
  page,
}) => {
  const timeline = new TimelinePage(page);
  await page.setViewportSize({ width: 1024, height: 768 });
  await timeline.show('What if');
  await timeline.beside('Real run').check();
  const field = timeline.root.getByRole('textbox', { name: 'What happened' });
  await field.fill(JSON.stringify(DESCRIBED, null, 2));
  const beside = timeline.root.getByRole('region', { name: 'Beside the run' });
  await expect(beside).toContainText('secrets-init exited with code 1. app needs its SUCCESS');
  await expect(timeline.lane('secrets-init')).toHaveAccessibleName(
    /; really: pull from 0\.0 s, .*exit 1 from 30\.5 s$/,
  );
  await expect(timeline.lane('app'), 'the code 143 alone does not make it run').toHaveAccessibleName(
    /; really: waits from 0\.0 s, given up, 143 from 7\.0 s$/,
  );
  await expectAccessible(page, '#timeline-panel');

  await beside.getByRole('button', { name: 'Show how app waits for secrets-init' }).click();
  await expect(page.locator('#side-panel').getByText('waits until', { exact: false })).toBeVisible();

  await beside.getByRole('button', { name: 'Fit the scenario to it' }).click();
  await expect(timeline.root.getByRole('button', { name: /^As task 0af1/ })).toBeVisible();
  await expect(timeline.lane('app')).toHaveAccessibleName(/given up, 143 at 7\.0 s/);
  const lanes = timeline.root.getByRole('region', { name: 'Lanes' });
  await expect
    .poll(() => lanes.evaluate((box) => box.scrollHeight - box.clientHeight), 'every lane is in sight')
    .toBe(0);
  await designer.undo();
  await expect(timeline.lane('app')).not.toHaveAccessibleName(/given up, 143 at/);

  await field.fill('CannotPullContainerError: failed to resolve ref envoyproxy/envoy:v1.31.2: i/o timeout');
  await expect(beside).toContainText('The registry could not be reached from the subnet of the task.');
  await expect(timeline.lane('app')).not.toHaveAccessibleName(/really/);
  await beside.getByRole('button', { name: 'Show image of envoy' }).click();
  await expect(page.locator('#side-panel').getByRole('heading', { name: 'envoy' })).toBeVisible();
});
