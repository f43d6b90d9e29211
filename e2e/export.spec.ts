import { expect, test } from './designer.ts';
import { copiedText, downloadedText, expectAccessible } from './fixtures.ts';

const FORMATS = [
  ['Task definition (JSON)', /\.json$/, '"containerDefinitions"'],
  ['AWS CLI command', /\.sh$/, 'aws ecs register-task-definition'],
  ['CloudFormation (YAML)', /\.yaml$/, 'Type: AWS::ECS::TaskDefinition'],
  ['CloudFormation (JSON)', /\.template\.json$/, '"AWS::ECS::TaskDefinition"'],
  ['Terraform (HCL)', /\.tf$/, 'resource "aws_ecs_task_definition"'],
  ['AWS CDK (TypeScript)', /\.ts$/, 'new ecs.FargateTaskDefinition('],
  ['Docker Compose', /\.compose\.yaml$/, 'condition: service_healthy'],
  ['Mermaid diagram', /\.mmd$/, 'flowchart LR'],
  ['Summary for a pull request (Markdown)', /\.md$/, '### Start and stop'],
  ['Picture of the canvas (SVG)', /\.svg$/, '<svg '],
  ['Picture of the timeline (SVG)', /\.timeline\.svg$/, 'held 9.0 s by envoy HEALTHY'],
  ['Design with layout and notes', /\.ecs-design\.json$/, '"ecs-task-design"'],
] as const;

test('the task leaves in every form, copied and downloaded, as pixels and as a figure too; what a format cannot hold is named', async ({
  page,
  designer,
}) => {
  await designer.run('Export in any format');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByRole('region', { name: 'Preview' })).toContainText('"family": "receipts"');
  await expectAccessible(page, 'dialog');
  await expect(dialog.getByRole('radio', { name: 'Task definition (JSON)' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: /^List of container definitions/ })).toBeChecked();
  await expect(dialog.getByRole('region', { name: 'Preview' })).toContainText(/^\[/);
  for (const [label, ending, inside] of FORMATS) {
    await dialog.getByRole('radio', { name: label, exact: true }).check();
    const file = await downloadedText(page, () =>
      dialog.getByRole('button', { name: 'Download', exact: true }).click(),
    );
    expect(file.name).toMatch(ending);
    expect(file.text).toContain(inside);
    expect(
      await copiedText(page, () => dialog.getByRole('button', { name: 'Copy', exact: true }).click()),
    ).toBe(file.text);
  }

  await dialog.getByRole('radio', { name: 'Picture of the canvas (SVG)' }).check();
  const drawn = dialog.getByRole('img', { name: 'The canvas, drawn' });
  await expect(drawn).toBeVisible();
  // A picture sees no font of the page: both have to be in it.
  await expect(drawn).toHaveAttribute('src', /font-face.*Inter%20Variable.*font-face.*JetBrains/);
  const { name, text } = await downloadedText(page, () =>
    dialog.getByRole('button', { name: 'Download PNG' }).click(),
  );
  expect(name).toBe('receipts.png');
  expect(text.slice(1, 4)).toBe('PNG');
  expect(text.length).toBeGreaterThan(5000);

  await dialog.getByRole('radio', { name: 'Picture of the timeline (SVG)' }).check();
  await dialog.getByRole('radio', { name: 'Dark', exact: true }).check({ force: true });
  const picture = dialog.getByRole('img', { name: 'The timeline, drawn' });
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth))
    .toBe(1440);
  const dark = await downloadedText(page, () =>
    dialog.getByRole('button', { name: 'Download', exact: true }).click(),
  );
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  const light = await downloadedText(page, () => designer.run('Download the timeline as a picture'));
  expect(light.name).toBe('receipts.timeline.svg');
  expect(dark.text.replaceAll(/#[0-9A-F]{6}|-dark/g, '')).toBe(
    light.text.replaceAll(/#[0-9A-F]{6}|-light/g, ''),
  );
  expect(dark.text).not.toBe(light.text);

  await designer.takeIn(
    '{ "family": "odd", "x-owner": "shop", "containerDefinitions": [{ "name": "app", "image": "a:1", "memory": 64, "startTimeout": 5 }] }',
  );
  await designer.run('Export in any format');
  const losses = dialog.getByRole('region', { name: 'What is lost' });
  await expect(losses).toContainText('Nothing is lost');
  await dialog.getByRole('radio', { name: 'Docker Compose' }).check();
  await expect(losses).toContainText('x-owner');
  await expect(losses).toContainText('Compose waits without end');
});
