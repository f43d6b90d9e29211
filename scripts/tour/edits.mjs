/** The edits of the tour, each as a user makes it on the screen. An edit that finds nothing to do says why. */
import { fieldEdits } from './fieldEdits.mjs';
import {
  cards,
  edgesOf,
  field,
  locked,
  mounts,
  press,
  pressOn,
  selectCard,
  selectTask,
  volumes,
} from './hands.mjs';

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

/** Chooses another condition on the first line between two containers. */
async function condition(page) {
  const edge = edgesOf(page, 'dependency', ' waits for ').first();
  if ((await edge.count()) === 0) return 'nothing waits by dependsOn';
  await press(page, edge, 'Enter');
  const group = page.getByRole('group', { name: 'Condition' });
  await group.waitFor();
  const other = group.locator('input:not(:checked):enabled');
  if ((await other.count()) === 0) return 'ECS takes no other condition there';
  await other.first().check();
  return undefined;
}

/** Takes the last line between two containers out. */
async function disconnect(page) {
  const edge = edgesOf(page, 'dependency', ' waits for ').last();
  if ((await edge.count()) === 0) return 'nothing waits by dependsOn';
  await press(page, edge, 'Enter', 'Delete');
  return undefined;
}

/** Lets the last container that can wait for one. */
async function wait(page) {
  const count = await cards(page).count();
  if (count < 2) return 'there is one container';
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

/** Mounts the first volume read-only in its first container, or writable again. */
async function readOnly(page) {
  const edge = (await mounts(page)).first();
  if ((await edge.count()) === 0) return 'nothing is mounted';
  await pressOn(page, edge, 'Enter');
  const other = page
    .locator('.inspect-body')
    .getByRole('radio', { checked: false, name: /^(Read|Write|ro|rw)/i });
  if ((await other.count()) === 0) return 'a placeholder says whether it may write';
  await other.first().check();
  return undefined;
}

/** Takes the last mount out. */
async function unmount(page) {
  const edge = (await mounts(page)).last();
  if ((await edge.count()) === 0) return 'nothing is mounted';
  await pressOn(page, edge, 'Enter', 'Delete');
  return undefined;
}

/** Adds a volume on EFS. */
async function addVolume(page) {
  await page.locator('[data-entry="volume-efs"]').click();
}

/** Gives the first volume another name. */
async function renameVolume(page) {
  const card = volumes(page).first();
  if ((await card.count()) === 0) return 'there is no volume';
  await press(page, card, 'Enter', 'F2');
  const name = page.getByLabel('Name', { exact: true }).first();
  if ((await name.count()) === 0) return 'it is declared nowhere';
  await name.fill(`${await name.inputValue()}-renamed`);
  await page.keyboard.press('Enter');
  return undefined;
}

async function removeVolume(page) {
  const card = volumes(page).first();
  if ((await card.count()) === 0) return 'there is no volume';
  await press(page, card, 'Enter', 'Delete');
  return undefined;
}

/** Sends the logs of the first container by a driver. */
async function sendBy(page, choose) {
  await selectCard(page, 0);
  const found = await field(page, 'logConfiguration', 'log');
  const driver = found.getByRole('combobox', { name: 'Logs' }).first();
  if ((await driver.count()) === 0) return locked(found);
  await driver.selectOption(choose(await driver.inputValue()));
  return undefined;
}

/** To CloudWatch, or through the router where they go there already. */
const logs = (page) => sendBy(page, (now) => (now === 'awslogs' ? 'awsfirelens' : 'awslogs'));
const splunk = (page) => sendBy(page, () => 'splunk');
const syslog = (page) => sendBy(page, () => 'syslog');

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

/** Moves the first container down in the list of the task. */
async function reorder(page) {
  if ((await cards(page).count()) < 2) return 'there is one container';
  await selectTask(page);
  const found = await field(page, 'containerDefinitions', 'containers');
  await found
    .getByRole('button', { name: / down in the list$/ })
    .first()
    .click();
  return undefined;
}

/** Adds a container from the palette. */
async function add(page) {
  await page.locator('[data-entry="container"]').click();
}

const PASTED = [
  { name: 'pasted', image: 'acme/pasted:1', mountPoints: [{ sourceVolume: 'shared', containerPath: '/p' }] },
  { name: 'later', image: 'acme/later:1', dependsOn: [{ containerName: 'pasted', condition: 'START' }] },
];

/** Pastes two containers, one of which waits for the other. */
async function paste(page) {
  await selectCard(page, 0);
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, JSON.stringify(PASTED));
  // Reading what was pasted is loaded when it is needed first; where there is no place for it, nothing comes.
  await cards(page)
    .filter({ hasText: 'pasted' })
    .first()
    .waitFor({ timeout: 3000 })
    .catch(() => undefined);
}

/** Adds a sidecar, wired to the last container. */
async function sidecar(page, id) {
  await selectCard(page, (await cards(page).count()) - 1);
  await page.locator(`[data-entry="sidecar-${id}"]`).click();
}

async function router(page) {
  const routers = page.locator('.card-role', { hasText: 'log router' });
  if ((await routers.count()) > 0) return 'there is a router';
  return sidecar(page, 'firelens-router');
}

const init = (page) => sidecar(page, 'init-container');
const envoy = (page) => sidecar(page, 'envoy-proxy');
const collector = (page) => sidecar(page, 'adot-collector');

/** In this order; later ones find what the earlier ones have added. */
export const edits = {
  essential,
  rename,
  duplicate,
  reorder,
  wait,
  condition,
  memory,
  addVolume,
  mount,
  readOnly,
  renameVolume,
  logs,
  splunk,
  syslog,
  unmount,
  variable,
  ...fieldEdits,
  add,
  paste,
  router,
  init,
  envoy,
  collector,
  disconnect,
  removeVolume,
  remove,
};
