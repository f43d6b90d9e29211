import { expect, test } from './designer.ts';
import { pasteText } from './fixtures.ts';

test('sizes are those of Fargate, a search finds a field by any word, variables come from a .env file, a health check by recipe', async ({
  designer,
  page,
}) => {
  const fields = page.getByRole('tabpanel', { name: 'Inspect' });

  await test.step('sizes are those of Fargate, what a capacity does not take says so, and a search finds a field by any word', async () => {
    await fields.getByRole('combobox', { name: 'CPU', exact: true }).selectOption({ label: '4 vCPU' });
    await expect(fields.getByRole('combobox', { name: 'Memory', exact: true })).toHaveValue('8192');
    await expect.poll(async () => (await designer.task()).memory).toBe('8192');

    await designer.canvas.select('app');
    await fields.getByRole('button', { name: 'Search the fields' }).click();
    await fields.getByRole('searchbox', { name: 'Search the fields' }).fill('privileged');
    await expect(fields.getByText('Fargate does not take it.', { exact: true })).toBeVisible();
    await fields.getByRole('searchbox', { name: 'Search the fields' }).fill('stopTimeout');
    const timeout = fields.getByRole('textbox', { name: 'Stop timeout' });
    await expect(timeout).toHaveAttribute('placeholder', '30');
    await timeout.fill('121');
    await timeout.press('Enter');
    await expect(timeout).toHaveAttribute('aria-invalid', 'true');
    await expect(fields.getByText(/on Fargate at most 120 seconds are possible/).first()).toBeVisible();
    await timeout.fill('90');
    await timeout.press('Enter');
    await expect.poll(async () => (await designer.task()).containerDefinitions?.[3]?.stopTimeout).toBe(90);
    await fields.getByRole('searchbox', { name: 'Search the fields' }).fill('');
  });

  await test.step('variables pasted from a .env file, a health check by recipe and its arithmetic, all taken back by undo', async () => {
    const before = await designer.text();

    const environment = fields.getByRole('region', { name: /Environment and secrets/ });
    await environment.getByRole('button', { name: /^Environment and secrets/ }).click();
    await environment
      .getByRole('button', { name: /Add variable/ })
      .first()
      .click();
    await pasteText(page, '# payments\nexport LOG_LEVEL=info\nGREETING="hello # world"\n');
    await expect(environment.getByRole('textbox', { name: 'Value of GREETING' })).toHaveValue(
      'hello # world',
    );
    await expect
      .poll(async () => (await designer.task()).containerDefinitions?.[3]?.environment)
      .toEqual([
        { name: 'LOG_LEVEL', value: 'info' },
        { name: 'GREETING', value: 'hello # world' },
      ]);

    const health = fields.getByRole('region', { name: /^Health check/ });
    await health.getByRole('button', { name: /^Health check/ }).click();
    await health.getByRole('button', { name: 'Add a health check' }).click();
    const recipes = page.getByRole('menuitem');
    await expect(recipes).toHaveText([
      /^HTTP with curl/,
      /wget/,
      /Node/,
      /nc/,
      /PostgreSQL/,
      /Redis/,
      /gRPC/,
      /Envoy/,
      /ADOT/,
    ]);
    await recipes.first().click();
    await expect(health.getByText(/First possible HEALTHY at 30 s, UNHEALTHY at 90 s/)).toBeVisible();
    const interval = health.getByRole('textbox', { name: 'Interval' });
    await interval.fill('10');
    await interval.press('Enter');
    await expect(health.getByText(/First possible HEALTHY at 10 s, UNHEALTHY at 30 s/)).toBeVisible();
    await expect
      .poll(async () => (await designer.task()).containerDefinitions?.[3]?.healthCheck)
      .toMatchObject({ command: ['CMD-SHELL', expect.stringContaining('curl')], interval: 10 });

    for (let left = 6; left > 0 && (await designer.text()) !== before; left--) await designer.undo();
    await expect.poll(() => designer.text()).toBe(before);
  });
});
