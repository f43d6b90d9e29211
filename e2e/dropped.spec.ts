import { expect, test } from './designer.ts';
import { dropFile, onDisk } from './fixtures.ts';

const TEMPLATE = `Resources:
  Web: # serves
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: web
      ContainerDefinitions:
        - { Name: web, Image: acme/web, Essential: true, Memory: 128 }
  Worker:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: worker
      ContainerDefinitions:
        - Name: worker
          Image: acme/worker
          Memory: 128
        - Name: helper
          Image: acme/helper
          Memory: 128
`;

test('a file dropped from disk is saved to its place, the template with one line changed; a table of many opens a Compose file as the task it is', async ({
  page,
  designer,
}) => {
  // The browser tells where a dropped file lies; here that is the origin's own disk.
  await page.evaluate(async (text) => {
    const root = await navigator.storage.getDirectory();
    const file = await root.getFileHandle('stack.yaml', { create: true });
    const stream = await file.createWritable();
    await stream.write(text);
    await stream.close();
    Object.assign(DataTransferItem.prototype, { getAsFileSystemHandle: async () => file });
    // Nothing may ask where to save.
    Object.assign(window, { showSaveFilePicker: () => Promise.reject(new Error('asked')) });
  }, TEMPLATE);
  await dropFile(page, 'body', { name: 'stack.yaml', content: TEMPLATE });
  const dialog = page.getByRole('dialog', { name: 'Import a task definition' });
  await dialog.getByRole('radio', { name: /worker/i }).check();
  await dialog.getByRole('button', { name: 'Open as a new design' }).click();
  await expect(designer.canvas.cards()).toHaveCount(2);
  await designer.canvas.essential('helper').click();
  const text = TEMPLATE.replace('Image: acme/helper\n', '$&          Essential: false\n');
  await page.keyboard.press('ControlOrMeta+S');
  await expect(page.getByText('Saved to stack.yaml.').first()).toBeVisible();
  await expect.poll(() => onDisk(page, 'stack.yaml')).toBe(text);

  // What was changed since the last save is told against the file.
  await designer.canvas.essential('helper').click();
  await expect.poll(() => designer.text()).not.toBe(text);
  await designer.run('Compare two definitions');
  const compare = page.getByRole('dialog', { name: 'Compare' });
  await compare.getByRole('combobox', { name: 'Before' }).selectOption('stack.yaml, as it was saved');
  await expect(compare.getByText('helper: essential false → true')).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(compare).toBeHidden();

  const described = `{
  "taskDefinition": {
    "family": "described",
    "revision": 7,
    "containerDefinitions": [{ "name": "web", "image": "acme/web:1", "memory": 128 }]
  }
}
`;
  const dataTransfer = await page.evaluateHandle((json) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['services:\n  shop:\n    image: acme/shop:1\n'], 'compose.yaml'));
    transfer.items.add(new File([json], 'described.json'));
    return transfer;
  }, described);
  await page.dispatchEvent('body', 'drop', { dataTransfer });
  const many = page.getByRole('dialog', { name: 'Many task definitions at once' });
  await expect(many.getByText('Compose file: read here, not written.')).toBeVisible();
  await many.getByRole('combobox', { name: 'Change' }).selectOption('stopTimeout');
  await many.getByRole('textbox', { name: 'Stop timeout' }).fill('90');
  await many.getByRole('button', { name: 'Show what it does to one file' }).click();
  await expect(many.getByRole('checkbox', { name: 'described.json' })).toBeChecked();
  await expect(many.getByText('"stopTimeout": 90')).toBeVisible();
  await many.getByRole('button', { name: 'Open compose' }).click();
  await expect(designer.canvas.card('shop')).toBeVisible();
  await expect(designer.canvas.cards()).toHaveCount(1);
  expect((await designer.task()).family).toBe('compose');
});
