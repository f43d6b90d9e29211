import { type CSSProperties, useEffect, useEffectEvent, useState } from 'react';
import { Button } from './Button.tsx';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import { type Severity, severityIcon } from './severity.ts';
import './Toasts.css';

/** One message. */
export interface Toast {
  readonly id: string;
  readonly text: string;
  readonly severity?: Severity | undefined;
  readonly action?: { readonly label: string; readonly onSelect: () => void } | undefined;
  /** Seconds until it goes by itself; 8 when absent, `null`: it stays. */
  readonly seconds?: number | null | undefined;
}

/** What Toasts takes. */
export interface ToastsProps {
  readonly toasts: readonly Toast[];
  /** Where they stand; in the middle of the page's foot when absent. */
  readonly place?: Pick<CSSProperties, 'left' | 'right' | 'bottom'> | undefined;
  /** Its time is over, it was closed, or its action was chosen. */
  readonly onDismiss: (id: string) => void;
}

/** What just happened, read out when it comes. Keep it mounted, also without toasts. */
export function Toasts({ toasts, place, onDismiss }: ToastsProps) {
  return (
    <output className="toasts" aria-live="polite" style={place}>
      {toasts.map((toast) => (
        <ToastRow key={toast.id} toast={toast} onDismiss={onDismiss} />
      ))}
    </output>
  );
}

function ToastRow({ toast, onDismiss }: { readonly toast: Toast; readonly onDismiss: (id: string) => void }) {
  const { id, text, severity, action, seconds = 8 } = toast;
  // The clock stands still while somebody points at it or has the focus in it.
  const [held, setHeld] = useState(false);
  const over = useEffectEvent(() => onDismiss(id));
  useEffect(() => {
    if (seconds === null || held) return;
    const timer = window.setTimeout(() => over(), seconds * 1000);
    return () => window.clearTimeout(timer);
  }, [seconds, held]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches whether somebody is at its buttons
    <div
      className={classNames('toasts-toast', severity && `toasts-${severity}`)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {severity && <Icon name={severityIcon[severity]} />}
      <span className="toasts-text">{text}</span>
      {action && (
        <Button
          size="dense"
          onClick={() => {
            action.onSelect();
            onDismiss(id);
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon="close" label="Dismiss" size="dense" onClick={() => onDismiss(id)} />
    </div>
  );
}
