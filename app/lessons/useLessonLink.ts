import { useEffect } from 'react';

/** Follows `#lesson=ID`, so that an article can send its readers here; then the address is as short as before. */
export function useLessonLink(ready: boolean): void {
  useEffect(() => {
    if (!ready) return;
    const follow = () => {
      if (!location.hash.startsWith('#lesson=')) return;
      const wanted = location.hash.slice('#lesson='.length);
      history.replaceState(history.state, '', location.pathname + location.search);
      void import('./openLesson.ts').then(({ openLinkedLesson }) => openLinkedLesson(wanted));
    };
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [ready]);
}
