/** A name that no other design has: the wished one, else with the next number, "payments (2)". */
export function freeName(wished: string, taken: Iterable<string>): string {
  const names = new Set(taken);
  if (!names.has(wished)) return wished;
  const stem = wished.replace(/ \(\d+\)$/, '');
  let number = 2;
  while (names.has(`${stem} (${number})`)) number += 1;
  return `${stem} (${number})`;
}
