import { type ComponentType, createContext, createElement, lazy, type ReactNode, useContext } from 'react';

/** One try at showing a part: another one loads what failed in this, where `lazy` would fail the same way for good. */
export const Round = createContext<object>({});

/** That a part could not be loaded, as opposed to a fault in it. */
export class NotLoaded extends Error {}

/** As `lazy` of React, but what could not be loaded is loaded anew in the next round. */
export function lazyPart<Module extends { readonly default: (props: never) => ReactNode }>(
  load: () => Promise<Module>,
): Module['default'] {
  type Shown = ComponentType<object>;
  // An error of a link goes no way up, only down.
  document.addEventListener('error', noteMissingStyle, { capture: true });
  const tries = new WeakMap<object, Shown>();
  let good: Shown | undefined;
  let failed = false;
  const tryOnce = (): Shown => {
    const Try: Shown = lazy(async () => {
      try {
        if (failed) await loadStylesAgain();
        const module = await load();
        good = Try;
        return { default: module.default as Shown };
      } catch (error) {
        failed = true;
        throw new NotLoaded(error instanceof Error ? error.message : String(error));
      }
    });
    return Try;
  };
  return function Part(props: object) {
    const round = useContext(Round);
    const Now = tries.get(round) ?? good ?? tryOnce();
    tries.set(round, Now);
    return createElement(Now, props);
  };
}

/** Style sheets that did not come: each counts as asked for, so nobody else asks again. */
const missingStyles = new Set<string>();

function noteMissingStyle({ target }: Event): void {
  if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') missingStyles.add(target.href);
}

async function loadStylesAgain(): Promise<void> {
  await Promise.all([...missingStyles].map(loadStyle));
}

function loadStyle(href: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.crossOrigin = '';
    link.href = href;
    link.addEventListener('load', () => {
      missingStyles.delete(href);
      resolve();
    });
    link.addEventListener('error', () => {
      link.remove();
      reject(new Error(`The style sheet ${href} could not be loaded.`));
    });
    document.head.append(link);
  });
}
