/** Making what a finding proposes. */
import { applyEdits } from '../../src/edit/changes/fields.ts';
import type { Finding } from '../../src/rules/rule.ts';
import { apply } from './designStore.ts';

/** Makes it; nothing where nothing is proposed. */
export function mend({ fix }: Finding): void {
  if (fix !== undefined) apply(applyEdits(fix.label, fix.edits, { replaces: true }));
}

/** The fix of a finding as a card offers it; nothing where there is none. */
export function offered(
  finding: Finding,
): { readonly label: string; readonly onMend: () => void } | undefined {
  const { fix } = finding;
  return fix && { label: fix.label, onMend: () => mend(finding) };
}
