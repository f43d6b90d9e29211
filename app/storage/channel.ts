/** Tells the other tabs of this browser what became of a design. */
import type { LibraryNews } from './library.ts';

export interface Channel {
  post(news: LibraryNews): void;
  listen(listener: (news: LibraryNews) => void): void;
}

/** The channel where nobody else listens. */
export const silentChannel: Channel = { post: () => undefined, listen: () => undefined };

function isNews(value: unknown): value is LibraryNews {
  return typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';
}

/** A channel to the other tabs; the silent one where the browser has none. */
export function tabChannel(name: string): Channel {
  if (typeof BroadcastChannel === 'undefined') return silentChannel;
  const channel = new BroadcastChannel(name);
  return {
    post: (news) => channel.postMessage(news),
    listen: (listener) => {
      channel.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (isNews(data)) listener(data);
      };
    },
  };
}
