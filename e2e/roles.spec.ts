import { expect, test } from './designer.ts';
import { copiedText, expectAccessible } from './fixtures.ts';

test('the task is copied in plain words; its roles are told by the fields that cause them, and held against a policy', async ({
  page,
  designer,
}) => {
  const told = await copiedText(page, () => designer.run('Copy the task in plain words'));
  expect(told).toContain('It starts when secrets-init has exited with code 0, envoy is HEALTHY');
  // Who does not see the canvas hears the same.
  await expect(designer.canvas.root).toHaveAccessibleDescription(
    /app .*It starts when secrets-init has exited/,
  );

  await designer.run('Show what the roles must allow');
  const execution = page.getByRole('list', { name: 'Rights of the execution role' });
  await expect(execution.getByText('logs:PutLogEvents')).toBeVisible();
  await expect(execution.getByText('secret log option apikey')).toBeVisible();
  await expectAccessible(page, '#side-panel');

  await execution.getByRole('button', { name: 'envoy' }).click();
  await expect(designer.canvas.card('envoy')).toHaveClass(/selected/);

  const menu = page.getByRole('button', { name: 'Execution role: copy and compare' });
  const policy = await copiedText(page, async () => {
    await menu.click();
    await page.getByRole('menuitem', { name: 'Copy the policy' }).click();
  });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Compare with a policy you have' }).click();
  const field = page.getByRole('textbox', { name: 'Policy of the execution role, as JSON' });
  await field.fill(policy);
  await expect(page.getByText('It allows exactly what the definition needs.')).toBeVisible();
  await field.fill(policy.replace('logs:PutLogEvents', 's3:GetObject'));
  await expect(page.getByRole('heading', { name: /^Missing/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Not used/ })).toBeVisible();
  const shell = '{"Statement":[{"Effect":"Allow","Action":"ssmmessages:*","Resource":"*"}]}';
  await field.fill(shell);
  await expect(page.getByRole('heading', { name: /^Not used/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: /^In the wrong role/ })).toHaveCount(0);
  await field.fill('{ no policy');
  await expect(page.getByText(/This is no JSON/)).toBeVisible();

  const keys = page.getByRole('textbox', { name: 'Customer managed keys of what it reads' });
  await keys.fill('arn:aws:kms:eu-west-1:111122223333:key/receipts');
  await keys.press('Control+Enter');
  await expect(execution.getByText('kms:Decrypt')).toBeVisible();

  const app = page.getByRole('textbox', { name: 'app', exact: true });
  await app.fill('s3:PutObject on arn:aws:s3:::receipts/*');
  await app.press('Control+Enter');
  const task = page.getByRole('list', { name: 'Rights of the task role' });
  await expect(task.getByText('arn:aws:s3:::receipts/*')).toBeVisible();
  await page.getByRole('switch', { name: /ECS Exec/ }).click();
  await expect(task.getByText('ssmmessages:OpenDataChannel')).toBeVisible();
  await page.getByRole('textbox', { name: 'Recorded to log group' }).fill('/exec');
  await page.keyboard.press('Enter');
  await expect(task.getByText('arn:aws:logs:eu-west-1:111122223333:log-group:/exec:*')).toBeVisible();
  await field.fill(shell);
  await expect(page.getByRole('heading', { name: /^In the wrong role/ })).toBeVisible();

  // One role for all: envoy may now write the receipts too.
  await expect(designer.canvas.card('app').locator('.card-along')).toHaveCount(0);
  await expect(designer.canvas.card('envoy').locator('.card-along')).toContainText('+1');
  const take = async (item: string) => {
    await page.getByRole('button', { name: 'Take both roles' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  const template = await copiedText(page, () => take('Copy as CloudFormation'));
  expect(template).toContain('RoleName: receipts-execution');
  expect(template).toContain('ecs-tasks.amazonaws.com');
  expect(template).toContain('arn:aws:s3:::receipts/*');
  const hcl = await copiedText(page, () => take('Copy as Terraform'));
  expect(hcl).toContain('resource "aws_iam_role" "task"');
  const deployer = await copiedText(page, () =>
    page.getByRole('button', { name: 'Copy the deployer’s policy' }).click(),
  );
  expect(deployer).toContain('"iam:PassedToService": "ecs-tasks.amazonaws.com"');
  await expectAccessible(page, '#side-panel');
});
