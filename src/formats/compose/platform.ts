/** The processor that the services of a Compose file are made for. */
import type { Json } from '../../model/json.ts';
import { isObject } from '../built/fitTo.ts';

const ARCHITECTURES: ReadonlyMap<string, 'ARM64' | 'X86_64'> = new Map([
  ['linux/amd64', 'X86_64'],
  ['linux/x86_64', 'X86_64'],
  ['linux/arm64', 'ARM64'],
  ['linux/arm64/v8', 'ARM64'],
]);

/** The architecture that all services name; nothing where one names none or another, for a task has only one. */
export function architectureOf(services: { readonly [name: string]: Json }): 'ARM64' | 'X86_64' | undefined {
  const named = Object.values(services)
    .filter(isObject)
    .map(({ platform }) => ARCHITECTURES.get(String(platform)));
  const [first] = named;
  return named.every((one) => one === first) ? first : undefined;
}
