/** One edit for each kind of control in the inspector: of the last container, and of the task as a whole. */
import { cards, field, frames, locked, selectCard, selectTask, text } from './hands.mjs';

/** Types into the first text field of a member; `choose` makes the text of what stands there. */
async function typeInto(page, member, words, choose) {
  const found = await field(page, member, words);
  const input = found.locator('input, textarea').first();
  if ((await input.count()) === 0) return locked(found);
  await input.fill(choose(await input.inputValue()));
  await page.keyboard.press('Enter');
  return undefined;
}

/** Chooses from the list of a member the first of the values that is not chosen yet. */
async function chooseIn(page, member, words, ...values) {
  const found = await field(page, member, words);
  const list = found.locator('select').first();
  if ((await list.count()) === 0) return locked(found);
  const now = await list.inputValue();
  await list.selectOption(values.find((value) => value !== now) ?? values[0]);
  return undefined;
}

/** Presses the button that adds something to a member, and types into its fields, one after the other. */
async function addTo(page, member, ...texts) {
  const found = await field(page, member, member);
  const button = found.getByRole('button', { name: /^(Add|New) /i }).first();
  if ((await button.count()) === 0) return locked(found);
  await button.click();
  await frames(page);
  // Where it was refused there is no field, and letters would be commands.
  if ((await page.locator('input:focus, textarea:focus, select:focus').count()) === 0) return undefined;
  for (const text of texts) {
    // A field may begin with a suggestion.
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  return undefined;
}

/** The size of a task is a list on Fargate and a text elsewhere. */
async function sizeOf(page) {
  const found = await field(page, 'cpu', 'cpu');
  return (await found.locator('select').count()) > 0
    ? chooseIn(page, 'cpu', 'cpu', '1024', '2048')
    : typeInto(page, 'cpu', 'cpu', other('1024', '2048'));
}

/** A health check by the first recipe; by the second where there is a check already, which may be the first. */
async function health(page) {
  const found = await field(page, 'healthCheck', 'healthCheck');
  const button = found.getByRole('button', { name: /^(Add a health check|Recipe)/ }).first();
  if ((await button.count()) === 0) return locked(found);
  const present = (await button.innerText()).includes('Recipe');
  await button.click();
  await page
    .getByRole('menuitem')
    .nth(present ? 1 : 0)
    .press('Enter');
  return undefined;
}

/** The conversion to Fargate, from the list of problems; offered where the task says nothing of capacities. */
async function fargate(page) {
  if ((await text(page)).includes('"requiresCompatibilities"')) return 'the task says on what it runs';
  await page.getByRole('tab', { name: /^Problems\b/ }).click();
  try {
    await page.getByRole('button', { name: 'Convert to Fargate…' }).click();
    const review = page.getByRole('region', { name: 'Convert to Fargate' });
    const opened = await review.waitFor({ timeout: 5000 }).then(
      () => true,
      () => false,
    );
    if (!opened) return undefined;
    await review.getByRole('button', { name: 'Convert', exact: true }).click();
    await review.waitFor({ state: 'hidden' });
    return undefined;
  } finally {
    await page.getByRole('tab', { name: /^Inspect\b/ }).click();
  }
}

const ofContainer = (edit) => async (page) => {
  await selectCard(page, (await cards(page).count()) - 1);
  return edit(page);
};
const ofTask = (edit) => async (page) => {
  await selectTask(page);
  return edit(page);
};
const other = (one, two) => (now) => (now === one ? two : one);
const PARAMETER = 'arn:aws:ssm:eu-west-1:111122223333:parameter/tour';

export const fieldEdits = {
  seconds: ofContainer((page) => typeInto(page, 'stopTimeout', 'stopTimeout', other('90', '80'))),
  text: ofContainer((page) => typeInto(page, 'user', 'user', other('1000', '1001'))),
  choice: ofContainer((page) =>
    chooseIn(page, 'readonlyRootFilesystem', 'readonlyRootFilesystem', 'true', 'false'),
  ),
  words: ofContainer((page) => addTo(page, 'command', 'say "hello"')),
  label: ofContainer((page) => addTo(page, 'dockerLabels', 'com.acme/tour', 'yes')),
  row: ofContainer((page) => addTo(page, 'extraHosts', 'db.local', '10.0.0.9')),
  port: ofContainer((page) => addTo(page, 'portMappings', '8099')),
  secret: ofContainer((page) => addTo(page, 'secrets', 'TOUR_SECRET', PARAMETER)),
  health: ofContainer(health),
  family: ofTask((page) => typeInto(page, 'family', 'family', (now) => `${now}-2`)),
  size: ofTask(sizeOf),
  network: ofTask((page) => chooseIn(page, 'networkMode', 'networkMode', 'bridge', 'awsvpc')),
  role: ofTask((page) =>
    typeInto(page, 'taskRoleArn', 'taskRoleArn', () => 'arn:aws:iam::111122223333:role/tour'),
  ),
  tag: ofTask((page) => addTo(page, 'tags', 'team', 'tour')),
  fargate,
};
