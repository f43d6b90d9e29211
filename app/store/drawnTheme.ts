/** In which colours a picture fits the page now: as chosen, else as the system. */
export function drawnTheme(): 'light' | 'dark' {
  return getComputedStyle(document.documentElement).colorScheme === 'dark' ? 'dark' : 'light';
}
