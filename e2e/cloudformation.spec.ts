import { expect, test } from './designer.ts';
import { downloadedText, dropFile } from './fixtures.ts';

const TEMPLATE = `AWSTemplateFormatVersion: '2010-09-09'
Description: The bakery, its shop and its oven   # two tasks

Parameters:
  Tag:
    Type: String
    Default: '12'
  Stage: { Type: String, Default: test }
Conditions:
  IsLive: !Equals [!Ref Stage, live]

Resources:
  # Nothing below this line knows of the shop.
  Oven:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - { Name: oven, Image: 'bakery/oven:3', Memory: 128 }

  Shop:
    Type: AWS::ECS::TaskDefinition
    DependsOn: Oven
    Properties:
      Family: !Sub '\${AWS::StackName}-shop'
      NetworkMode: awsvpc
      Cpu: 512
      Memory: '1024'
      RequiresCompatibilities: [FARGATE]
      ExecutionRoleArn: arn:aws:iam::111122223333:role/execution
      ContainerDefinitions:
        - Name: recipes   # fills the volume once
          Image: bakery/recipes:1
          Essential: false
        - Name: counter
          Image: !Sub 'bakery/counter:\${Tag}'
          Essential: true   # the task lives as long as it
          Command: !If [IsLive, [serve, --live], [serve]]
          Environment:
            # read once, at the start
            - Name: OPENS
              Value: "06:30"
Outputs:
  ShopTask: { Value: !Ref Shop }
`;

test('a template stays the template: one of its tasks is edited on the canvas, and only that line changes', async ({
  designer,
  page,
}) => {
  await dropFile(page, 'body', { name: 'bakery.yaml', type: 'application/yaml', content: TEMPLATE });
  const dialog = page.getByRole('dialog', { name: 'Import a task definition' });
  await expect(dialog.getByText('CloudFormation template, 2 task definitions')).toBeVisible();
  await dialog.getByRole('radio', { name: 'Shop (2 containers)' }).check();
  await expect(dialog.getByText('DependsOn of the resource Shop')).toBeVisible();
  await expect(dialog.getByText('shown as when it is false')).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'Condition IsLive holds' }).check();
  await expect(dialog.getByText('shown as when it is true, as chosen')).toBeVisible();
  await dialog.getByRole('button', { name: 'Open as a new design' }).click();

  await expect(designer.canvas.card('counter')).toContainText('bakery/counter:${Tag}');
  await designer.canvas.essential('recipes').click();
  await designer.canvas.essential('counter').click();
  const { name, text } = await downloadedText(page, () => designer.run('Download the YAML'));
  expect(name).toBe('Shop.yaml');
  const expected = TEMPLATE.replace('Essential: false', 'Essential: true').replace(
    'Essential: true   # the task',
    'Essential: false   # the task',
  );
  expect(text).toBe(expected);

  await page.getByRole('tab', { name: 'YAML' }).click();
  const editor = page.locator('.json-editor[data-shown="true"]');
  await expect(editor.locator('.view-line').first()).toBeVisible({ timeout: 15_000 });
  await expect(editor.getByRole('textbox', { name: 'CloudFormation template, YAML' })).toBeAttached();

  // Another day the template is read again, with the reader for YAML loaded first.
  await designer.saved();
  await page.reload();
  await expect(designer.canvas.card('counter')).toBeVisible();
  await expect.poll(() => designer.text()).toBe(text);
  await designer.canvas.essential('recipes').click();
  await expect.poll(() => designer.text()).toBe(text.replace('Essential: true\n', 'Essential: false\n'));
});
