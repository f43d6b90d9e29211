/** Lenses with parsers of their own, which are not part of the first load: they come in when a text needs them. */
import type { Lens } from './lens.ts';

const loaded = new Map<string, Lens>();

/** Makes a lens known; a module of such lenses calls this once, when it is loaded. */
export function addLens(lens: Lens): void {
  loaded.set(lens.id, lens);
}

/** The lens of that id, if it has been loaded. */
export function loadedLens(id: string): Lens | undefined {
  return loaded.get(id);
}
