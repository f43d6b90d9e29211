import { useLayoutEffect, useRef } from 'react';

/** A figure of the core in the page, so that it takes the page's typefaces and its words can be marked. */
export function SvgFigure({ svg, className }: { readonly svg: string; readonly className?: string }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // The core escapes all that comes from outside; a text that is no SVG leaves the place empty.
    const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    if (root.localName === 'svg') box.current?.replaceChildren(document.importNode(root, true));
  }, [svg]);
  return <div ref={box} className={className} />;
}
