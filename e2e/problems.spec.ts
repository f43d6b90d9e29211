import { expect, test } from './designer.ts';
import { copiedText, expectAccessible } from './fixtures.ts';
import { ProblemsPage } from './pages/ProblemsPage.ts';

/** Eight ways in which ECS would refuse the payments task, each as it stands and as it is broken. */
const BREAKS: readonly (readonly [whole: string, broken: string])[] = [
  ['"family": "receipts"', '"family": "receipts.v2"'],
  ['"memory": "2048",', '"memory": "2048",\n  "tags": [],'],
  [
    '"volumes": [',
    '"placementConstraints": [{ "type": "memberOf", "expression": "attribute:zone == a" }],\n  "volumes": [',
  ],
  ['"memory": 128,\n      "essential": false', '"memory": 128,\n      "essential": true'],
  [
    '"sourceVolume": "shared", "containerPath": "/shared" }',
    '"sourceVolume": "share", "containerPath": "/shared" }',
  ],
  ['"interval": 5', '"interval": 2'],
  ['"containerPort": 3000,', '"containerPort": 3000, "hostPort": 3001,'],
  ['"cpu": 486,', '"cpu": 486,\n      "stopTimeout": 500,'],
];

function broken(text: string): string {
  return BREAKS.reduce((now, [whole, change]) => {
    expect(now).toContain(whole);
    return now.replace(whole, change);
  }, text);
}

test('eight mistakes at once are found in all places, mended in one step, and back after one undo', async ({
  designer,
  page,
}) => {
  const problems = new ProblemsPage(page);
  await designer.openJson();
  const text = broken(await designer.text());
  await designer.replaceText(text);
  await expect(page.locator('.squiggly-error').first()).toBeVisible();

  await problems.open();
  await expect(problems.filter('Errors 8')).toBeAttached();
  await expect(page.locator('.findings-verdict')).toHaveText('ECS would refuse it');
  await expect(designer.canvas.card('app').locator('.card-badge')).toContainText('3 errors');
  await expect(page.locator('.frame-badge')).toContainText('3 errors');
  await expect(page.locator('.edge-badge .badge-error')).toHaveCount(2);
  await problems.show('Errors 8');
  await expect(problems.row('Call the family "receipts-v2"')).toBeVisible();
  await problems.row('Call the family').getByRole('button', { name: 'Why' }).click();
  await expect(page.getByRole('region', { name: /^Right: / })).toBeVisible();
  await expectAccessible(page);

  await problems.fixAll.click();
  const review = page.getByRole('region', { name: 'Fix 8 problems' });
  await expect(review.locator('.diff-add')).toContainText(['"family": "receipts-v2"']);
  await expectAccessible(page, '.findings');
  await expect.poll(() => designer.text()).toBe(text);
  await review.getByRole('button', { name: 'Fix 8 problems' }).click();
  await expect(problems.filter('Errors 0')).toBeAttached();
  await expect(page.locator('.findings-verdict')).toHaveText('No reason for ECS to refuse it');
  await expect(problems.fixed.locator('.diff-remove')).toContainText(['"family": "receipts.v2"']);
  await expect(page.locator('.edge-badge')).toHaveCount(0);
  await expectAccessible(page, '.findings');

  await designer.undo();
  await expect(problems.filter('Errors 8')).toBeAttached();
  await expect.poll(() => designer.text()).toBe(text);
});

test('a finding is silenced, survives a rename, and is restored; from the JSON to the list, to the canvas and back, the light bulb and the keyboard mend', async ({
  designer,
  page,
}) => {
  const problems = new ProblemsPage(page);
  await designer.openJson();
  const whole = await designer.text();
  const text = whole.replace('"cpu": 486,', '"cpu": 486,\n      "stopTimeout": 500,');
  await designer.replaceText(text);
  await problems.open();
  await problems.show('Errors 1');
  await problems.row('stopTimeout').locator('.finding-link').focus();
  await page.keyboard.press('s');
  await page.getByRole('textbox', { name: 'Why is it all right here?' }).fill('Only for the drill');
  await page.getByRole('button', { name: 'Silence', exact: true }).click();
  await expect(problems.filter('Errors 0')).toBeAttached();
  await expect(page.getByText('ECS would refuse it, 1 error silenced')).toBeVisible();
  await expect.poll(() => designer.text()).toBe(text);

  await designer.openJson();
  await designer.replaceText(text.replaceAll('"name": "app"', '"name": "web"'));
  await problems.open();
  await expect(problems.filter('Errors 0')).toBeAttached();
  await problems.silenced.getByRole('button', { name: /^Silenced/ }).click();
  await expect(problems.silenced).toContainText('web');
  await expect(problems.silenced).toContainText('Only for the drill');
  await expectAccessible(page, '.findings');
  const markdown = await copiedText(page, () => problems.more('Copy as Markdown'));
  expect(markdown).toContain('Only for the drill');
  await problems.silenced.getByRole('button', { name: 'Restore' }).click();
  await expect(problems.filter('Errors 1')).toBeAttached();
  await designer.undo();
  await expect(problems.filter('Errors 0')).toBeAttached();
  await designer.redo();
  await expect(problems.filter('Errors 1')).toBeAttached();

  await designer.openJson();
  await designer.replaceText(
    whole
      .replace('"interval": 5', '"interval": 2')
      .replace('"cpu": 486,', '"cpu": 486,\n      "stopTimeout": 500,'),
  );
  await problems.open();
  await problems.show('Errors 2');
  await problems.follow('stopTimeout');
  await expect(designer.canvas.card('app')).toHaveClass(/\bselected\b/);
  await problems.pick('stopTimeout', 'Show in the JSON');
  const line = page.locator('.view-line').filter({ hasText: '"stopTimeout"' });
  await expect(line).toBeVisible({ timeout: 15_000 });
  await line.locator('span', { hasText: '500' }).last().click();
  await page.keyboard.press('ControlOrMeta+.');
  const bulb = page.locator('.action-widget:not(.action-list-submenu-panel)');
  await expect(bulb).toContainText('Set stopTimeout of "app" to 120');
  await expect(bulb).toContainText('Show in the problems: On Fargate stopTimeout is at most 120 seconds');
  await page.keyboard.press('Enter');
  await expect(line).toContainText('120');
  await designer.undo();
  await expect(line).toContainText('500');

  await designer.canvas.card('app').locator('.card-badge').click();
  await expect(problems.row('stopTimeout')).toHaveAttribute('aria-current', 'true');
  await problems.pick('stopTimeout', 'Show in the inspector');
  await expect(page.locator('[data-path="/containerDefinitions/3/stopTimeout"] input')).toBeFocused();

  await problems.open();
  await problems.row('stopTimeout').locator('.finding-link').focus();
  await page.keyboard.press('ArrowUp');
  await expect(problems.row('interval').locator('.finding-link')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+.');
  await expect(problems.filter('Errors 1')).toBeAttached();
  await expect(problems.row('stopTimeout').locator('.finding-link')).toBeFocused();
  await expect.poll(() => designer.text()).toContain('"interval": 5');

  await problems.more('Paste what ECS answered…');
  await page
    .getByRole('textbox', { name: 'Paste what ECS answered' })
    .fill('ClientException: Family contains invalid characters.');
  await expect(page.getByText('this task has no such problem')).toBeVisible();

  // A launch that was refused is held against the task, and leads to what it is about.
  await page
    .getByRole('textbox', { name: 'Paste what ECS answered' })
    .fill('InvalidParameterException: The container log-router did not have a container port 80 defined.');
  await page.getByRole('button', { name: 'Go to portMappings of log-router' }).click();
  await expect(designer.canvas.card('log-router')).toHaveClass(/\bselected\b/);
  await expectAccessible(page, '.findings');
});

test('a task that does not say what it runs on is checked as Fargate, then converted; thousands of findings are reached by the keyboard, a few at a time', async ({
  designer,
  page,
}) => {
  const problems = new ProblemsPage(page);
  await designer.openJson();
  await designer.replaceText(
    '{ "family": "web", "containerDefinitions": [{ "name": "web", "image": "web:1", "memory": 128, "privileged": true }] }',
  );
  await problems.open();
  await expect(problems.filter('Errors 0')).toBeAttached();
  await page.getByRole('combobox', { name: 'Check as' }).selectOption('FARGATE');
  await expect(problems.filter('Errors 0')).toHaveCount(0);
  await page.getByRole('button', { name: 'Convert to Fargate…' }).click();
  const review = page.getByRole('region', { name: 'Convert to Fargate' });
  await expect(review).toContainText('Drops 1 thing');
  await expectAccessible(page, '.findings');
  await review.getByRole('button', { name: 'Convert' }).click();
  await expect(problems.filter('Errors 0')).toBeAttached();
  await expect(page.getByRole('combobox', { name: 'Check as' })).toBeHidden();
  expect((await designer.task()).requiresCompatibilities).toEqual(['FARGATE']);

  await designer.openJson();
  const rubbish = Array.from({ length: 3000 }, (_, index) => `"no such member ${index}": ${index}`);
  await designer.replaceText(
    `{ "family": "web", ${rubbish.join(', ')}, "containerDefinitions": [{ "name": "web", "image": "web:1", "memory": 128 }] }`,
  );
  await problems.open();
  await expect(problems.filter('All 1k')).toBeAttached();
  expect(await problems.rows.count()).toBeLessThan(40);
  await problems.rows.first().locator('.finding-link').focus();
  await page.keyboard.press('End');
  await expect(problems.list.locator('.finding-link:focus')).toBeVisible();
  expect(await problems.rows.count()).toBeLessThan(40);
  await page.getByRole('searchbox', { name: 'Search the problems' }).fill('member 999');
  await expect(problems.row('no such member 999')).toBeVisible();
  await expect(problems.rows).toHaveCount(1);
});
