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
  /** Whether it comes before the controls in the order of the keyboard too: there are several, and it stands above them. */
  readonly helpFirst?: boolean | undefined;
  /** What is around it explains it. */
  readonly unexplained?: boolean | undefined;
  readonly children: ReactNode;
}

/** Around one field: makes it findable by its path, and adds the button that explains it. */
export function FieldShell(props: FieldShellProps) {
  const { path, field, className, helpFirst, unexplained, children } = props;
  const { showHelp } = useInspected();
  const help = unexplained ? null : (
    <button
      type="button"
      className="inspect-help"
      aria-label={`About ${field.label}`}
      aria-haspopup="dialog"
      onClick={(event) => showHelp(event.currentTarget, path, field)}
    >
      <Icon name="info" size={14} />
    </button>
  );
  return (
    <div className={classNames('inspect-field', className)} data-path={pathKey(path)}>
      {helpFirst && help}
      {children}
      {!helpFirst && help}
    </div>
  );
}
