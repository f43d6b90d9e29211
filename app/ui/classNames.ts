/** Class names in one string; what is absent or false leaves no trace. */
export function classNames(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
