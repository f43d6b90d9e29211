/** What nobody should have to wait for when they want to see what they did. */

/**
 * Does the work once the next frame is painted, at once in a page that is hidden, where no frame comes. Returns how to
 * call it off before that frame.
 */
export function afterPaint(work: () => void): () => void {
  if (document.visibilityState === 'hidden') {
    work();
    return () => undefined;
  }
  const frame = requestAnimationFrame(() => setTimeout(work));
  return () => cancelAnimationFrame(frame);
}
