import { useSyncExternalStore } from 'react';
import type { Theme } from '../../src/picture/svg/palette.ts';
import { useView } from '../store/viewStore.ts';

const DARK = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : undefined;

/** The theme in force, for figures that are drawn as SVG text: that of the page, which may follow the system. */
export function useFigureTheme(): Theme {
  const wished = useView((view) => view.theme);
  const isDark = useSyncExternalStore(
    (changed) => {
      DARK?.addEventListener('change', changed);
      return () => DARK?.removeEventListener('change', changed);
    },
    () => DARK?.matches ?? false,
  );
  if (wished !== 'system') return wished;
  return isDark ? 'dark' : 'light';
}
