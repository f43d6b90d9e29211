import type { ReactNode } from 'react';
import type { Field } from '../../src/model/fields/field.ts';
import { type Path, pathKey } from '../../src/model/path.ts';
import { classNames } from '../ui/classNames.ts';
import { Icon } from '../ui/Icon.tsx';
import { useInspected } from './InspectorContext.ts';

export interface FieldShellProps {
  readonly path: Path;
  readonly field: Field;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Around one field: makes it findable by its path, and adds the button that explains it. */
export function FieldShell({ path, field, className, children }: FieldShellProps) {
  const { showHelp } = useInspected();
  return (
    <div className={classNames('inspect-field', className)} data-path={pathKey(path)}>
      {children}
      <button
        type="button"
        className="inspect-help"
        aria-label={`About ${field.label}`}
        aria-haspopup="dialog"
        onClick={(event) => showHelp(event.currentTarget, path, field)}
      >
        <Icon name="info" size={14} />
      </button>
    </div>
  );
}
