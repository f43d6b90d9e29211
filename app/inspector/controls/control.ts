import type { ReactNode } from 'react';
import type { Field } from '../../../src/model/fields/field.ts';
import type { Path } from '../../../src/model/path.ts';

/** How a field is drawn: its label to the left of it, or above. */
export interface FieldLook {
  readonly layout?: 'row' | 'stack' | undefined;
  /** In place of the field's own. */
  readonly label?: string | undefined;
  /** The field around it explains it, in the same place. */
  readonly unexplained?: boolean | undefined;
}

/** Draws a whole field: controls that hold others are handed this, so that they need not know all controls. */
export type RenderField = (path: Path, field: Field, look?: FieldLook) => ReactNode;

/** What every control is given. */
export interface ControlProps {
  readonly path: Path;
  readonly field: Field;
  /** What the view holds there; `undefined` where it holds nothing. */
  readonly value: unknown;
  readonly label: string;
  readonly layout: 'row' | 'stack';
  readonly render: RenderField;
}
