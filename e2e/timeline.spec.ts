import { expect, test } from './designer.ts';
import { copiedText, expectAccessible, openDesigner } from './fixtures.ts';
import { CanvasPage } from './pages/CanvasPage.ts';
import { TimelinePage } from './pages/TimelinePage.ts';

test('the run plays from event to event, and cards, edges, outline and JSON say what happens at the playhead', async ({
  designer,
  page,
}) => {
  const timeline = new TimelinePage(page);
  const { canvas } = designer;
  const said = async (names: readonly string[]) =>
    Promise.all(names.map((name) => canvas.card(name).locator('.pill').innerText()));
  const names = ['secrets-init', 'envoy', 'log-router', 'app'];

  await timeline.axis.evaluate((axis) => {
    const seen: (string | null)[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => seen.push(axis.getAttribute('aria-valuetext'))).observe(axis, {
      attributeFilter: ['aria-valuetext'],
    });
  });
  await timeline.root.getByRole('button', { name: /^Speed:/ }).click();
  await timeline.root.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(canvas.card('app').locator('.pill')).toHaveText('Running', { timeout: 20_000 });
  await timeline.root.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(timeline.root.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  // With reduced motion, as in every story here, nothing glides.
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  const seconds = [...new Set(seen)].map((text) => text.replace(' seconds', ''));
  expect(seconds.slice(0, 5)).toEqual(['0.0', '1.0', '1.6', '2.0', '3.0']);

  await timeline.goTo(2);
  expect(await said(names)).toEqual(['Running', 'Not ready', 'Running', 'Waits for secrets-init and 1 more']);
  await timeline.goTo(8);
  expect(await said(names)).toEqual(['Exited 0', 'Not ready', 'Running', 'Waits for envoy']);
  await timeline.goTo(15);
  expect(await said(names)).toEqual(['Exited 0', 'Healthy', 'Running', 'Running']);

  await page.keyboard.press('ArrowLeft');
  await expect(timeline.axis).toHaveAttribute('aria-valuetext', '14.0 seconds');
  await expectAccessible(page, '#timeline-panel');

  await timeline.goTo(5);
  await expect(canvas.edge('app', 'secrets-init')).toHaveAccessibleName(/SUCCESS, released at 3\.0 s$/);
  await expect(canvas.edge('app', 'envoy')).toHaveAccessibleName(/HEALTHY, still waits$/);
  await designer.tab('Outline').click();
  const outline = page.getByRole('navigation', { name: 'Outline of the task' });
  await expect(outline.getByRole('button', { name: /^envoy.*Not ready/ })).toBeVisible();
  await outline.getByRole('button', { name: 'Details of app' }).click();
  await expect(outline.getByText('released at 3.0 s')).toBeVisible();
  await expectAccessible(page, '.outline');
  await designer.openJson();
  const inText = page.locator('.json-now');
  await expect(inText.first()).toHaveText(/Exited\s0/);

  await timeline.axis.focus();
  await page.keyboard.press('Escape');
  await expect(canvas.card('app').locator('.pill')).toHaveCount(0);
  await expect(inText).toHaveCount(0);
  await expect(canvas.edge('app', 'envoy')).toHaveAccessibleName(/HEALTHY$/);

  await designer.takeIn(
    '{ "family": "hopeless", "containerDefinitions": [{ "name": "proxy", "image": "a:1", "memory": 64 }, { "name": "app", "image": "a:1", "memory": 64, "dependsOn": [{ "containerName": "proxy", "condition": "HEALTHY" }] }] }',
  );
  await timeline.goTo(5);
  await expect(canvas.edge('app', 'proxy')).toHaveAccessibleName(/can never be met$/);
  await expect(canvas.root.getByText('HEALTHY unmet')).toBeVisible();
});

test('bars and gates explain themselves; keys and the wheel zoom, a drag pans; a lane leads to its card, a gate to its edge, an event to its second', async ({
  designer,
  page,
}) => {
  const timeline = new TimelinePage(page);
  const { canvas } = designer;
  await timeline.root.locator('.timeline-mark[tabindex="0"]').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('tooltip')).toContainText('secrets-init pulls its image until 1.0 s');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tooltip')).toHaveCount(0);

  const fit = timeline.root.getByRole('button', { name: 'Fit the whole run' });
  await timeline.axis.focus();
  await expect(fit).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('+');
  await expect(fit).not.toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('0');
  await expect(fit).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(timeline.axis).toHaveAttribute('aria-valuetext', '0.0 seconds');
  await page.keyboard.press('ArrowRight');
  await expect(timeline.axis).toHaveAttribute('aria-valuetext', '1.0 seconds');
  await page.keyboard.press('End');
  await expect(timeline.axis).toHaveAttribute('aria-valuetext', /^36\d\d\.\d seconds$/);
  await page.keyboard.press('Escape');

  const gate = timeline.gate('app', 'envoy');
  await gate.hover();
  await expect(page.getByRole('tooltip')).toHaveText(/^app waited for envoy HEALTHY until 12\.0 s/);
  await expect(canvas.edge('app', 'envoy').locator('path').first()).toHaveAttribute('stroke-width', '3');
  await timeline.root.getByRole('tab', { name: 'Timeline' }).hover();
  await expect(page.getByRole('tooltip')).toHaveCount(0);

  const lanes = timeline.root.getByRole('region', { name: 'Lanes' });
  const scrolled = () => lanes.evaluate(({ scrollLeft }) => Math.round(scrollLeft));
  const healthy = timeline.bar('envoy', 'healthy');
  const left = async () => Math.round((await healthy.boundingBox())?.x ?? 0);
  const before = await left();
  await healthy.hover({ position: { x: 2, y: 6 } });
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -200);
  await page.keyboard.up('Control');
  await expect.poll(scrolled).toBeGreaterThan(100);
  // What was under the pointer still is.
  expect(Math.abs((await left()) - before)).toBeLessThan(4);

  const zoomed = await scrolled();
  const bar = timeline.bar('log-router', 'running');
  const box = await bar.boundingBox();
  const y = (box?.y ?? 0) + 6;
  await page.mouse.move(700, y);
  await page.mouse.down();
  await page.mouse.move(780, y, { steps: 5 });
  await page.mouse.up();
  await expect.poll(scrolled).toBe(zoomed - 80);
  // A drag is no press: nothing is selected by it, as a press on the bar would do.
  await expect(canvas.root.locator('.selected')).toHaveCount(0);
  await page.mouse.wheel(50, 0);
  await expect.poll(scrolled).toBe(zoomed - 30);
  await page.mouse.click(700, y);
  await expect(canvas.card('log-router')).toHaveClass(/\bselected\b/);

  await timeline.axis.focus();
  await page.keyboard.press('0');
  await gate.click();
  await expect(canvas.edge('app', 'envoy')).toHaveClass(/\bselected\b/);
  await timeline.bar('envoy', 'healthy').click({ position: { x: 30, y: 6 } });
  await expect(canvas.card('envoy')).toHaveClass(/\bselected\b/);
  await timeline.lane('log-router').click();
  await expect(canvas.card('log-router')).toHaveClass(/\bselected\b/);

  await timeline.root.getByRole('button', { name: /^Task runs at 14\.0 s\..*free to gain/ }).click();
  const path = page.getByRole('dialog', { name: 'The way to RUNNING' });
  await expect(path.getByText(/^held 9\.0 s by envoy HEALTHY;/)).toBeVisible();
  await expectAccessible(page, '.timeline-path');
  await path.getByRole('button', { name: 'Show the edge' }).click();
  await expect(canvas.edge('app', 'envoy')).toHaveClass(/\bselected\b/);

  await timeline.show('Events');
  await timeline.root
    .getByRole('row', { name: /envoy HEALTHY/ })
    .first()
    .getByRole('button')
    .first()
    .click();
  await expect(timeline.axis).toHaveCount(0);
  await expect(canvas.card('envoy').locator('.pill')).toHaveText('Healthy');
  await expectAccessible(page, '#timeline-panel');
  const text = await copiedText(page, () =>
    timeline.root.getByRole('button', { name: 'Copy as text' }).click(),
  );
  expect(text.split('\n')[0]).toBe('At\tWho\tWhat\tBecause of');
  expect(text).toContain('12.0 s\tenvoy\tHEALTHY');
});

test('what goes wrong in the life of a task is marked in its lane and leads to its second and its place', async ({
  page,
}) => {
  await openDesigner(page, '#lesson=puzzle-half-a-file');
  const mark = page.locator('.timeline-finding');
  await expect(mark).toHaveAccessibleName(/^At 3\.0 s: "web" starts at 3 s and finds "pages" unfilled/);
  await mark.locator('path').click();
  const canvas = new CanvasPage(page);
  await expect(canvas.card('web')).toHaveClass(/\bselected\b/);
  await expect(page.locator('.playhead-flag')).toHaveText('3.0 s');
});
