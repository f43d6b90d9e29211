import { useEffect } from 'react';
import { useView } from '../store/viewStore.ts';

/** Tells the page which theme is chosen; without a choice it follows the system. */
export function useTheme(): void {
  const theme = useView((view) => view.theme);
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
}
