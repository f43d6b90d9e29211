/** How bars are filled that differ by more than colour: stripes, dots, stripes the other way. */
export function Patterns() {
  return (
    <defs>
      <pattern
        id="pattern-pulling"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="6" height="6" fill="var(--state-pulling-tint)" />
        <rect width="2" height="6" fill="var(--state-pulling-fill)" />
      </pattern>
      <pattern id="pattern-not-ready" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="var(--state-not-ready-tint)" />
        <circle cx="1.5" cy="1.5" r="1" fill="var(--state-not-ready-fill)" />
        <circle cx="4.5" cy="4.5" r="1" fill="var(--state-not-ready-fill)" />
      </pattern>
      <pattern
        id="pattern-lost"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="6" height="6" fill="var(--state-failed-tint)" />
        <rect width="2" height="6" fill="var(--state-failed-fill)" opacity="0.5" />
      </pattern>
      <pattern
        id="pattern-stopping"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-45)"
      >
        <rect width="6" height="6" fill="var(--state-stopping-tint)" />
        <rect width="2" height="6" fill="var(--state-stopping-fill)" />
      </pattern>
    </defs>
  );
}
