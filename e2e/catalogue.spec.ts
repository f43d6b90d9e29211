import type { Locator } from 'playwright/test';
import { expect, test } from './designer.ts';

test('a sidecar wires itself and serves the app beside others, says what it added, and tells the roles; one that cannot be wired says why and offers a way out', async ({
  designer,
  page,
}) => {
  const { canvas } = designer;
  const router = designer.entry('sidecar-firelens-router');
  await designer.run('Open the example Blank task');
  await expect(canvas.cards()).toHaveCount(1);
  const blank = await designer.text();

  await test.step('a sidecar dropped on the canvas wires itself, and one undo takes all of it away', async () => {
    await router.click();
    await expect(canvas.card('log-router')).toBeVisible();
    const { containerDefinitions = [] } = await designer.task();
    expect(containerDefinitions).toHaveLength(2);
    expect(
      containerDefinitions.filter(({ logConfiguration }) => logConfiguration?.logDriver === 'awsfirelens'),
    ).toHaveLength(1);
    await designer.undo();
    await expect.poll(() => designer.text()).toBe(blank);
  });

  await test.step('two sidecars, one after the other, both serve the app, say what they added, and tell the roles', async () => {
    const said = (text: string) => page.locator('.toasts-text', { hasText: text });
    await designer.takeIn(blank);
    await expect(said('Imported. Undo')).toBeVisible();
    await designer.entry('sidecar-redis-cache').click();
    await expect(canvas.card('redis')).toBeVisible();
    await expect(said('Redis cache: ')).toBeVisible();
    // At once: in some seconds it would go by itself. One more step, and undo does no longer what it said.
    expect(await said('Imported. Undo').count()).toBe(0);
    await designer.entry('sidecar-config-from-s3').click();
    await expect(canvas.card('config-init')).toBeVisible();
    const toast = page.locator('.toasts-toast', { hasText: 'the app waits for config-init SUCCESS' });
    await expect(toast).toBeVisible();
    expect(await said('Redis cache: ').count()).toBe(0);
    const boxOf = async (part: Locator) => (await part.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const box = await boxOf(toast);
    const lanes = await boxOf(page.getByRole('region', { name: 'Timeline', exact: true }));
    const buttons = await boxOf(page.getByRole('button', { name: /^Tidy/ }));
    expect(box.height).toBeGreaterThan(0);
    expect(box.y + box.height).toBeLessThanOrEqual(lanes.y);
    expect(box.x + box.width).toBeLessThanOrEqual(buttons.x);
    // The JSON takes more of the page: the message goes with the canvas.
    await toast.hover();
    await designer.tab('JSON').click();
    const moved = await boxOf(page.getByRole('button', { name: /^Tidy/ }));
    expect(moved.x).toBeLessThan(buttons.x);
    await expect.poll(async () => (await boxOf(toast)).x + box.width).toBeLessThanOrEqual(moved.x);
    const { containerDefinitions = [] } = await designer.task();
    expect(containerDefinitions[0]?.dependsOn).toEqual([
      { containerName: 'redis', condition: 'HEALTHY' },
      { containerName: 'config-init', condition: 'SUCCESS' },
    ]);
    await toast.getByRole('button', { name: 'Roles' }).click();
    const rights = page.getByRole('list', { name: 'Rights of the task role' });
    await expect(rights.getByText('arn:aws:s3:::my-task-config/current/*')).toBeVisible();
    await designer.undo();
    await designer.undo();
    await expect.poll(() => designer.text()).toBe(blank);
  });

  await test.step('a sidecar that cannot be wired says why, and goes in when its way out is taken', async () => {
    const odd = blank.replace(/"logConfiguration": \{[\s\S]*?\n {6}\}/, '"logConfiguration": "see the wiki"');
    await designer.takeIn(odd);
    await expect.poll(() => designer.text()).toBe(odd);
    await router.click();
    await expect(page.getByText(/logConfiguration holds no value that ECS takes there/)).toBeVisible();
    await expect.poll(() => designer.text()).toBe(odd);
    await page.getByRole('button', { name: 'Replace it' }).click();
    await expect(canvas.card('log-router')).toBeVisible();
    const { containerDefinitions = [] } = await designer.task();
    expect(containerDefinitions[0]?.logConfiguration?.logDriver).toBe('awsfirelens');
  });

  await test.step('a sidecar whose image does not run on the system of the task says so', async () => {
    await designer.run('Open the example Windows');
    await expect(canvas.card('log-router')).toHaveCount(0);
    const windows = await designer.text();
    await designer.run('Add: FireLens router');
    await expect(page.getByText(/The task runs on Windows, and the image of this sidecar/)).toBeVisible();
    await expect.poll(() => designer.text()).toBe(windows);
  });
});
