import type { ControlProps } from '../controls/control.ts';
import { VariablesTable } from './VariablesTable.tsx';

/** The plain variables of a container. */
export function EnvironmentControl({ path, value, label }: ControlProps) {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return (
    <VariablesTable
      path={path}
      label={label}
      items={items}
      member="value"
      noun="variable"
      valueLabel="Value"
      actions={<span className="inspect-quiet">or paste a .env file</span>}
    />
  );
}
