import { CanvasMenu } from './CanvasMenu.tsx';
import { ConditionPicker } from './ConditionPicker.tsx';
import { DependsOnMenu } from './DependsOnMenu.tsx';
import { MountMenu } from './MountMenu.tsx';

/** What can be open over the canvas. */
type Overlay =
  | {
      readonly kind: 'condition';
      readonly waits: string;
      readonly waitedFor: string;
      readonly occurrence: number;
    }
  | { readonly kind: 'menu' }
  | { readonly kind: 'dependsOn'; readonly waits: string }
  | { readonly kind: 'mount'; readonly container: string };

/** What is open, and where in the window. */
export interface Opened {
  readonly what: Overlay;
  readonly at: { readonly x: number; readonly y: number };
}

export interface CanvasOverlayProps {
  readonly opened: Opened;
  /** Opens something else in its place, or with `undefined` closes it. */
  readonly onOpen: (opened: Opened | undefined) => void;
}

/** The menus and choices that open over the canvas, one at a time. At hand from the first: keys are typed ahead. */
export function CanvasOverlay({ opened: { what, at }, onOpen }: CanvasOverlayProps) {
  const onClose = () => onOpen(undefined);
  if (what.kind === 'menu') return <CanvasMenu at={at} onClose={onClose} />;
  if (what.kind === 'mount') return <MountMenu container={what.container} at={at} onClose={onClose} />;
  if (what.kind === 'condition') {
    const { waits, waitedFor, occurrence } = what;
    return <ConditionPicker {...{ waits, waitedFor, occurrence, at, onClose }} />;
  }
  return (
    <DependsOnMenu
      waits={what.waits}
      at={at}
      onClose={onClose}
      onPick={(waits, waitedFor) =>
        onOpen({ what: { kind: 'condition', waits, waitedFor, occurrence: 1 }, at })
      }
    />
  );
}
