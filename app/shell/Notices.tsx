import { type CSSProperties, useEffect, useLayoutEffect, useState } from 'react';
import { type Notice, useView } from '../store/viewStore.ts';
import { type Toast, Toasts } from '../ui/Toasts.tsx';

type Said = Toast & Pick<Notice, 'topic'>;

/** What the buttons at the foot of the canvas take of its width, in px. */
const CONTROLS = 176;

/** At the foot of the canvas, beside its buttons: the lanes below are what people look at. Else at the foot of the page. */
function footOfCanvas(): CSSProperties | undefined {
  const canvas = document.querySelector('.screen-canvas')?.getBoundingClientRect();
  if (canvas === undefined) return undefined;
  return {
    left: canvas.left + 12,
    right: innerWidth - canvas.right + CONTROLS,
    bottom: innerHeight - canvas.bottom + 12,
  };
}

/** What the screen has to say in passing: refusals with their way out, things done. */
export function Notices() {
  const notice = useView((view) => view.notice);
  const [toasts, setToasts] = useState<readonly Said[]>([]);
  useEffect(() => {
    if (notice === undefined) return;
    const toast: Said = {
      id: String(notice.count),
      text: notice.text,
      severity: notice.tone,
      ...(notice.topic === undefined ? {} : { topic: notice.topic }),
      ...(notice.action === undefined
        ? {}
        : { action: { label: notice.action.label, onSelect: notice.action.run } }),
    };
    const isOver = (old: Said) =>
      old.text === toast.text || (old.topic !== undefined && old.topic === toast.topic);
    // Three at a time: an older one says nothing that still matters.
    setToasts((shown) => [...shown.filter((old) => !isOver(old)), toast].slice(-3));
  }, [notice]);
  const [place, setPlace] = useState<CSSProperties>();
  const saysSomething = toasts.length > 0;
  useLayoutEffect(() => {
    if (!saysSomething) return;
    const stand = () => setPlace(footOfCanvas());
    stand();
    // Other panels, wider or higher, move it too.
    const resized = new ResizeObserver(stand);
    for (const part of document.querySelectorAll('.screen, .screen-canvas')) resized.observe(part);
    return () => resized.disconnect();
  }, [saysSomething]);
  return (
    <Toasts
      toasts={toasts}
      place={place}
      onDismiss={(id) => setToasts((shown) => shown.filter((toast) => toast.id !== id))}
    />
  );
}
