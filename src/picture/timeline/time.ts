/** A second of a run as a title says it: "4.0 s", and later than a hundred seconds "1 h 4.5 s". */
export function time(second: number): string {
  if (second < 100) return `${second.toFixed(1)} s`;
  const tenths = Math.round(second * 10);
  const hours = Math.floor(tenths / 36_000);
  const minutes = Math.floor((tenths % 36_000) / 600);
  const seconds = (tenths % 600) / 10;
  return [
    ...(hours > 0 ? [`${hours} h`] : []),
    ...(minutes > 0 ? [`${minutes} min`] : []),
    ...(seconds > 0 ? [`${seconds} s`] : []),
  ].join(' ');
}
