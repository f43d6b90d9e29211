import { expect, test } from './designer.ts';
import { copiedText, expectAccessible } from './fixtures.ts';

test('what a change does to the task is told, also to a pull request', async ({ designer, page }) => {
  const before = await designer.text();
  await designer.canvas.essential('log-router').click();
  await designer.canvas.select('app');
  await designer.run('Add: Redis cache');
  await designer.run('Compare two definitions');
  const dialog = page.getByRole('dialog', { name: 'Compare' });
  await expect(dialog.getByRole('combobox', { name: 'Before' })).toHaveValue('opened');
  const written = dialog.getByRole('region', { name: 'What is written' });
  await expect(written.getByText('log-router: essential true → false')).toBeVisible();
  await expect(written.getByText(/app: .*HEALTHY on redis added/)).toBeVisible();
  await expect(written.getByText(/^\+ redis: added, with image /)).toBeVisible();
  const lived = dialog.getByRole('region', { name: 'How the task lives' });
  await expect(
    lived.getByText(/The task now survives when log-router .*is killed.* RUNNING: /),
  ).toBeVisible();
  await expectAccessible(page, '[role=dialog], dialog');
  const markdown = await copiedText(page, () =>
    dialog.getByRole('button', { name: 'Copy as Markdown' }).click(),
  );
  expect(markdown).toContain('- **log-router**: essential true → false');
  expect(markdown).toMatch(/- The task now survives when log-router/);

  // The same against a text of another form and order: nothing but what was changed is told.
  await dialog.getByRole('combobox', { name: 'Before' }).selectOption('paste');
  const task = JSON.parse(before) as { containerDefinitions: unknown[] };
  task.containerDefinitions.reverse();
  await dialog
    .getByRole('textbox', { name: 'Text to compare with' })
    .fill(JSON.stringify({ taskDefinition: task }));
  await expect(written.getByRole('listitem')).toHaveCount(3);
  await dialog.getByRole('button', { name: 'Turn round' }).click();
  await expect(written.getByText('redis: removed')).toBeVisible();
  await expect(lived.getByText(/The task no longer survives when log-router/).first()).toBeVisible();
});
