import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { classNames } from './classNames.ts';
import './Dialog.css';
import { focusable } from './floating.ts';
import { IconButton } from './IconButton.tsx';

/** What Dialog takes. */
export interface DialogProps {
  readonly open: boolean;
  /** Escape, the close button, or a press beside it. */
  readonly onClose: () => void;
  readonly title: string;
  /** 400, 560 or 800 px wide at most; `wide` takes nearly the whole page. */
  readonly size?: 'small' | 'regular' | 'large' | 'wide' | undefined;
  /** The title is there for a screen reader only, and there is no close button. */
  readonly bare?: boolean | undefined;
  /** Buttons, the one that goes on last. */
  readonly footer?: ReactNode;
  /** A press beside it does not close it: something in it would be lost. */
  readonly keepOpen?: boolean | undefined;
  readonly className?: string | undefined;
  readonly children?: ReactNode;
}

/** The native modal dialog. The focus goes to `data-autofocus`, else the first control of its body, else to itself, and back. */
export function Dialog(props: DialogProps) {
  return props.open ? <OpenDialog {...props} /> : null;
}

function OpenDialog(props: DialogProps) {
  const { onClose, title, size = 'regular', bare, footer, keepOpen, className, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const pressedBeside = useRef(false);
  const titleId = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    element.showModal();
    const wished = element.querySelector<HTMLElement>('[data-autofocus]');
    const first = wished ?? (body.current && focusable(body.current)[0]);
    // Its close button would show its tip, and take the first Escape for it.
    (first ?? element).focus();
    return () => element.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same, natively
    <dialog
      ref={dialog}
      tabIndex={-1}
      aria-labelledby={titleId}
      className={classNames('dialog', `dialog-${size}`, className)}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        pressedBeside.current = event.target === event.currentTarget;
      }}
      // A press that began inside, such as the marking of text, is none beside it.
      onClick={(event) => {
        if (!keepOpen && pressedBeside.current && event.target === event.currentTarget) onClose();
      }}
    >
      <div className="dialog-frame">
        <header className={bare ? 'visually-hidden' : 'dialog-head'}>
          <h2 id={titleId} className="dialog-title">
            {title}
          </h2>
          {!bare && <IconButton icon="close" label="Close" onClick={onClose} />}
        </header>
        <div ref={body} className={bare ? 'dialog-bare' : 'dialog-body'}>
          {children}
        </div>
        {footer && <footer className="dialog-foot">{footer}</footer>}
      </div>
    </dialog>
  );
}
