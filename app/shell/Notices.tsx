import { useEffect, useState } from 'react';
import { useView } from '../store/viewStore.ts';
import { type Toast, Toasts } from '../ui/Toasts.tsx';

/** What the screen has to say in passing: refusals with their way out, things done. */
export function Notices() {
  const notice = useView((view) => view.notice);
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  useEffect(() => {
    if (notice === undefined) return;
    const toast: Toast = {
      id: String(notice.count),
      text: notice.text,
      severity: notice.tone === 'error' ? 'error' : 'info',
      ...(notice.action === undefined
        ? {}
        : { action: { label: notice.action.label, onSelect: notice.action.run } }),
    };
    // Of what is only said the latest, and three at a time: an older one says nothing that still matters.
    setToasts((shown) =>
      [...shown.filter((old) => old.text !== toast.text && !(onlySaid(old) && onlySaid(toast))), toast].slice(
        -3,
      ),
    );
  }, [notice]);
  return (
    <Toasts
      toasts={toasts}
      onDismiss={(id) => setToasts((shown) => shown.filter((toast) => toast.id !== id))}
    />
  );
}

/** It asks nothing of the reader, and warns of nothing. */
function onlySaid({ severity, action }: Toast): boolean {
  return severity === 'info' && action === undefined;
}
