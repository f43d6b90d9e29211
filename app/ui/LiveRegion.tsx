import './VisuallyHidden.css';

/** What LiveRegion takes. */
export interface LiveRegionProps {
  /** What is read out when it changes; empty: nothing. */
  readonly message: string;
  /** Interrupts what is being read; for errors only. */
  readonly assertive?: boolean | undefined;
}

/** Says something to a screen reader that the screen shows elsewhere. Keep it mounted; change its message. */
export function LiveRegion({ message, assertive = false }: LiveRegionProps) {
  return (
    <div className="visually-hidden" aria-live={assertive ? 'assertive' : 'polite'} aria-atomic="true">
      {message}
    </div>
  );
}
