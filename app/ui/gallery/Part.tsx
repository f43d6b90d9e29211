import type { ReactNode } from 'react';

/** A heading and what stands under it. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3 className="gallery-heading">{title}</h3>
      {children}
    </section>
  );
}
