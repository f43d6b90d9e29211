import './Icon.css';

/** The mark of the product: two containers that a third one waits for. */
export function Logo({ size = 20 }: { readonly size?: number | undefined }) {
  return (
    <svg className="logo" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path className="logo-line" d="M8 5h4v10H8M12 10h2.5" />
      <rect className="logo-before" x="1" y="3" width="8.5" height="4.5" rx="1.25" />
      <rect className="logo-before" x="1" y="12.5" width="8.5" height="4.5" rx="1.25" />
      <rect className="logo-after" x="14" y="7.75" width="5" height="4.5" rx="1.25" />
    </svg>
  );
}
