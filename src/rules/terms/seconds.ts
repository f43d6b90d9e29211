/** Times of a run as messages write them. */

/** `3.2 s`, `2 min`, `1 h 0 min 5 s`. */
export function seconds(value: number): string {
  if (value < 120) return `${Math.round(value * 10) / 10} s`;
  const whole = Math.round(value);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = whole % 60;
  const parts = [hours > 0 && `${hours} h`, `${minutes} min`, rest > 0 && `${rest} s`];
  return parts.filter(Boolean).join(' ');
}
