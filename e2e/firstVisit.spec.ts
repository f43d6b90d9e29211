import { expect, test } from './designer.ts';
import { expectAccessible } from './fixtures.ts';

test('the first visit shows the four containers of the payments task, without an error', async ({
  designer,
}) => {
  for (const name of ['secrets-init', 'envoy', 'log-router', 'app']) {
    await expect(designer.canvas.card(name)).toBeVisible();
  }
  await expect(designer.canvas.edge('app', 'secrets-init')).toBeAttached();
  await expect(designer.canvas.edge('app', 'envoy')).toBeAttached();
  await designer.tab('Problems').click();
  await expect(designer.page.getByText('Errors 0')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });
    test(`axe finds nothing in the ${colorScheme} screen, with any panel open`, async ({
      designer,
      page,
    }) => {
      await expectAccessible(page);
      await designer.tab('Outline').click();
      await designer.page.getByRole('button', { name: 'Details of app' }).click();
      await expectAccessible(page);
      await designer.tab('Problems').click();
      await expectAccessible(page);
      await designer.canvas.card('app').click();
      await designer.tab('Inspect').click();
      await expectAccessible(page);
      await designer.openJson();
      await expectAccessible(page);
      await page.keyboard.press('ControlOrMeta+K');
      await expectAccessible(page);
    });
  });
}
