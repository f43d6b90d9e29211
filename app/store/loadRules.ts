import { setCheck, setRoles } from './derived.ts';
import { designStore } from './designStore.ts';
import { notify } from './viewStore.ts';

/** Loads the rules, once; every view of findings follows by itself, and what a look at the task's life finds comes after. */
export async function loadRules(): Promise<void> {
  if (designStore.getState().rulesReady) return;
  try {
    await load();
  } catch {
    notify('The rules could not be loaded: nothing is judged.', 'error', {
      label: 'Try again',
      run: () => void loadRules(),
    });
  }
}

async function load(): Promise<void> {
  const [{ check }, { permissions }, { alongside }] = await Promise.all([
    import('../../src/rules/check.ts'),
    import('../../src/iam/permissions.ts'),
    import('../../src/iam/alongside.ts'),
  ]);
  setCheck(check);
  setRoles(permissions, alongside);
  designStore.setState({ rulesReady: true });
  const { followLife } = await import('./followLife.ts');
  followLife();
}
