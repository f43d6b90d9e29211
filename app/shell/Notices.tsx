import { useEffect, useState } from 'react';
import { type Notice, useView } from '../store/viewStore.ts';
import { type Toast, Toasts } from '../ui/Toasts.tsx';

type Said = Toast & Pick<Notice, 'topic'>;

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
  return (
    <Toasts
      toasts={toasts}
      onDismiss={(id) => setToasts((shown) => shown.filter((toast) => toast.id !== id))}
    />
  );
}
