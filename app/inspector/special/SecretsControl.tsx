import type { ControlProps } from '../controls/control.ts';
import { VariablesTable } from './VariablesTable.tsx';

/** Secrets of a container or of its log driver: a name, and where the value lies. */
export function SecretsControl({ path, value, label }: ControlProps) {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return (
    <VariablesTable
      path={path}
      label={label}
      items={items}
      member="valueFrom"
      noun="secret"
      valueLabel="Value from"
      valuePlaceholder="ARN or parameter name"
    />
  );
}
