/** What is typed between the keys that open the palette and the palette itself, which may still be on its way. */

let typed = '';

function gather(event: KeyboardEvent): void {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Backspace') typed = typed.slice(0, -1);
  else if (event.key.length === 1) typed += event.key;
  else return;
  event.preventDefault();
}

function stop(): void {
  typed = '';
  window.removeEventListener('keydown', gather, { capture: true });
}

/** Gathers what is typed until it is taken, or until the function that this returns is called. */
export function gatherTyped(): () => void {
  window.addEventListener('keydown', gather, { capture: true });
  return stop;
}

/** What was typed until now; from here on the keys are the taker's. */
export function takeTyped(): string {
  const taken = typed;
  stop();
  return taken;
}
