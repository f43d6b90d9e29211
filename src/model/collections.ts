/** Lists, maps and pairs as they stand in the view of a task. */

/** A list of the text: same length and indexes, `undefined` where an item is unreadable. */
export type List<T> = readonly (T | undefined)[];

/** A map of the text with free keys (labels, log options). It has no prototype: any key is safe. */
export type Dictionary = Readonly<Record<string, string>>;

/** A name with its value: an environment variable, a property of a proxy. */
export interface KeyValuePair {
  readonly name?: string;
  readonly value?: string;
}
