/** The edits of the tour, each as a user makes it on the screen. An edit that finds nothing to do says why. */
import { cards, field, selectCard } from './hands.mjs';

/** Why a field has no control: a placeholder or an unreadable value stands there, and the screen shows its text. */
async function locked(found) {
  return `it holds what is no value yet: ${(await found.innerText()).replace(/\s+/g, ' ').slice(0, 160)}`;
}

/** Flips the switch on the last card; on cards too small to show one, by its key. */
async function essential(page) {
  const switches = cards(page).last().getByRole('switch');
  if ((await switches.count()) > 0) await switches.click();
  else {
    await selectCard(page, (await cards(page).count()) - 1);
    await page.keyboard.press('e');
  }
}

/** Gives the first container another name, in the inspector. */
async function rename(page) {
  await selectCard(page, 0);
  await page.keyboard.press('F2');
  const name = page.getByLabel('Name', { exact: true }).first();
  const before = await name.inputValue();
  await name.fill(`${before}-renamed`);
  await page.keyboard.press('Enter');
}

/** Lets the last container that can wait for one; where it waits already, chooses another condition. */
async function wait(page) {
  const count = await cards(page).count();
  if (count < 2) return 'there is one container';
  const edge = page.locator(
    '.react-flow__edge-dependency[aria-label*=" waits for "]:not([aria-label*="added by"])',
  );
  if ((await edge.count()) > 0) {
    await edge.first().focus();
    await page.keyboard.press('Enter');
    const other = page.getByRole('group', { name: 'Condition' }).locator('input:not(:checked):enabled');
    await page.getByRole('group', { name: 'Condition' }).waitFor();
    if ((await other.count()) === 0) return 'ECS takes no other condition there';
    await other.first().check();
    return undefined;
  }
  await selectCard(page, count - 1);
  await page.keyboard.press('d');
  const menu = page.getByRole('menu', { name: / depends on$/ });
  await menu.waitFor();
  const free = menu.getByRole('menuitem').and(page.locator(':not([aria-disabled="true"])'));
  if ((await free.count()) === 0) return 'every other container waits for it';
  await free.first().press('Enter');
  const list = page.getByRole('dialog', { name: / waits for / });
  await list.waitFor();
  // The first that is offered and is not chosen already; else the first remedy.
  const choice = list.locator('.conditions-choice:not([aria-disabled="true"]):not([aria-pressed="true"])');
  if ((await choice.count()) > 0) await choice.first().click();
  else await list.locator('.conditions-problem button').first().click();
  return undefined;
}

/** Gives the first container 300 MiB more than it has. */
async function memory(page) {
  await selectCard(page, 0);
  const found = await field(page, 'memory', 'memory');
  const input = found.getByRole('textbox').or(found.getByRole('spinbutton')).first();
  if ((await input.count()) === 0) return locked(found);
  const before = Number(await input.inputValue());
  await input.fill(String((Number.isFinite(before) ? before : 0) + 300));
  await page.keyboard.press('Enter');
  return undefined;
}

/** Mounts a new volume of the task in the first container. */
async function mount(page) {
  await selectCard(page, 0);
  const found = await field(page, 'mountPoints', 'mount');
  const button = found.getByRole('button', { name: 'Mount…' });
  if ((await button.count()) === 0) return locked(found);
  await button.click();
  await page.getByRole('menuitem', { name: 'A new task volume' }).click();
  return undefined;
}

/** Sends the logs of the first container to CloudWatch, or through the router where they go there already. */
async function logs(page) {
  await selectCard(page, 0);
  const found = await field(page, 'logConfiguration', 'log');
  const driver = found.getByRole('combobox', { name: 'Logs' }).first();
  if ((await driver.count()) === 0) return locked(found);
  const now = await driver.inputValue();
  await driver.selectOption(now === 'awslogs' ? 'awsfirelens' : 'awslogs');
  return undefined;
}

/** Adds a variable to the last container. */
async function variable(page) {
  await selectCard(page, (await cards(page).count()) - 1);
  const found = await field(page, 'environment', 'environment');
  const button = found.getByRole('button', { name: /^(Add|New) /i }).first();
  if ((await button.count()) === 0) return locked(found);
  await button.click();
  await page.keyboard.type('TOUR');
  await page.keyboard.press('Tab');
  await page.keyboard.type('a "b" \\ c');
  await page.keyboard.press('Tab');
  return undefined;
}

async function duplicate(page) {
  await selectCard(page, 0);
  await page.keyboard.press('ControlOrMeta+D');
}

async function remove(page) {
  if ((await cards(page).count()) < 2) return 'there is one container';
  await selectCard(page, 0);
  await page.keyboard.press('Delete');
  return undefined;
}

/** Adds the router of logs, wired to the last container. */
async function sidecar(page) {
  const routers = page.locator('.card-role', { hasText: 'log router' });
  if ((await routers.count()) > 0) return 'there is a router';
  await selectCard(page, (await cards(page).count()) - 1);
  await page.locator('[data-entry="sidecar-firelens-router"]').click();
  return undefined;
}

export const edits = { essential, rename, wait, memory, mount, logs, variable, duplicate, sidecar, remove };
