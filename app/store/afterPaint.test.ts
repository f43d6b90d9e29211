import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { afterPaint } from './afterPaint.ts';

let frames: (() => void)[] = [];
const page = { visibilityState: 'visible' };

beforeEach(() => {
  vi.useFakeTimers();
  frames = [];
  page.visibilityState = 'visible';
  vi.stubGlobal('document', page);
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', (handle: number) => {
    frames[handle - 1] = () => undefined;
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('works once the frame is behind, not within it', () => {
  const work = vi.fn();
  afterPaint(work);
  for (const frame of frames) frame();
  expect(work).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(work).toHaveBeenCalledOnce();
});

it('works at once where no frame comes', () => {
  page.visibilityState = 'hidden';
  const work = vi.fn();
  afterPaint(work);
  expect(work).toHaveBeenCalledOnce();
  expect(frames).toEqual([]);
});

it('is called off before the frame', () => {
  const work = vi.fn();
  afterPaint(work)();
  for (const frame of frames) frame();
  vi.runAllTimers();
  expect(work).not.toHaveBeenCalled();
});
