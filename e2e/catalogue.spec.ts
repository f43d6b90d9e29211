import { expect, test } from './designer.ts';

test('two sidecars, one after the other, both serve the app, say what they added, and tell the roles', async ({
  designer,
  page,
}) => {
  await designer.run('Open the example Blank task');
  const before = await designer.text();
  await designer.entry('sidecar-config-from-s3').click();
  await expect(designer.canvas.card('config-init')).toBeVisible();
  await expect(page.getByText('the app waits for config-init SUCCESS').first()).toBeVisible();
  await designer.entry('sidecar-redis-cache').click();
  await expect(designer.canvas.card('redis')).toBeVisible();
  const { containerDefinitions = [] } = await designer.task();
  expect(containerDefinitions[0]?.dependsOn).toEqual([
    { containerName: 'config-init', condition: 'SUCCESS' },
    { containerName: 'redis', condition: 'HEALTHY' },
  ]);
  await designer.run('Show what the roles must allow');
  const task = page.getByRole('list', { name: 'Rights of the task role' });
  await expect(task.getByText('arn:aws:s3:::my-task-config/current/*')).toBeVisible();
  await designer.undo();
  await designer.undo();
  await expect.poll(() => designer.text()).toBe(before);
});
