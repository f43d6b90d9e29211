import type { ReactNode } from 'react';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import './Pill.css';

/** What a container is doing: each with a tint, a glyph and a word. */
export type LifecycleState =
  | 'waiting'
  | 'pulling'
  | 'starting'
  | 'notReady'
  | 'running'
  | 'healthy'
  | 'unhealthy'
  | 'stopping'
  | 'exited'
  | 'neverRan'
  | 'failed'
  | 'givenUp';

interface StateLook {
  readonly icon: IconName;
  readonly word: string;
  /** The part of the token's name: `--state-<token>-text`, `-tint`, `-fill`, `-on-fill`, `-rail`. */
  readonly token: string;
  /** The rail on the card is drawn broken. */
  readonly brokenRail?: boolean;
}

/** How each state looks and what it is called when nothing more exact is known. */
export const stateLooks: Readonly<Record<LifecycleState, StateLook>> = {
  waiting: { icon: 'clock', word: 'Waiting', token: 'waiting', brokenRail: true },
  pulling: { icon: 'download', word: 'Pulling', token: 'pulling' },
  starting: { icon: 'spinner', word: 'Starting', token: 'not-ready' },
  notReady: { icon: 'ring', word: 'Not ready', token: 'not-ready' },
  running: { icon: 'dot', word: 'Running', token: 'running' },
  healthy: { icon: 'heart', word: 'Healthy', token: 'healthy' },
  unhealthy: { icon: 'warning', word: 'Unhealthy', token: 'unhealthy' },
  stopping: { icon: 'complete', word: 'Stopping', token: 'stopping' },
  exited: { icon: 'success', word: 'Exited 0', token: 'exited' },
  neverRan: { icon: 'minus', word: 'Never ran', token: 'exited', brokenRail: true },
  failed: { icon: 'close', word: 'Failed', token: 'failed' },
  givenUp: { icon: 'blocked', word: 'Given up', token: 'failed', brokenRail: true },
};

/** What Pill takes. */
export interface PillProps {
  readonly state: LifecycleState;
  /** More exact words: "Waits for envoy", "Exited 1". */
  readonly children?: ReactNode;
  readonly className?: string | undefined;
}

/** The state of a container: tint, glyph and word. */
export function Pill({ state, children, className }: PillProps) {
  const { icon, word, token } = stateLooks[state];
  return (
    <span className={classNames('pill', `pill-${token}`, className)}>
      <Icon name={icon} size={12} />
      <span className="pill-text">{children ?? word}</span>
    </span>
  );
}
