/** The states of one container as stretches of time, read from the event log. */
import type { ContainerState, RunEvent, Span } from './run.ts';
import type { Live } from './world.ts';

/** Builds the spans of one container from its events, told in order. */
export class Spans {
  private readonly done: Span[] = [];
  private readonly open = new Set<Live['gates'][number]>();
  private readonly hasHealthCheck: boolean;
  private readonly gates: Live['gates'];
  private from = 0;
  private state: ContainerState = 'waiting';

  constructor({ hasHealthCheck, gates }: Live) {
    this.hasHealthCheck = hasHealthCheck;
    this.gates = gates;
  }

  tell(event: RunEvent): void {
    const { at, type, because } = event;
    if (type === 'gateReleased' || type === 'gateLapsed') {
      if (this.state === 'waiting') this.close(at);
      for (const gate of this.gates) {
        if (because.kind !== 'gate' || gate.on.key !== because.on || gate.condition !== because.condition)
          continue;
        if (type === 'gateReleased') this.open.add(gate);
        else this.open.delete(gate);
      }
      return;
    }
    const next = this.after(event);
    if (next === undefined || next === this.state) return;
    this.close(at);
    this.state = next;
  }

  /** All spans; the last one ends with the run, and may have no length. */
  end(at: number): readonly Span[] {
    this.close(at, true);
    return this.done;
  }

  private after({ type }: RunEvent): ContainerState | undefined {
    switch (type) {
      case 'pullStarted':
        return 'pulling';
      case 'pullEnded':
        return 'waiting';
      case 'created':
        return 'starting';
      case 'started':
      case 'restarted':
        return this.hasHealthCheck ? 'notReady' : 'running';
      case 'restarting':
        return 'restarting';
      case 'pullFailed':
      case 'startFailed':
        return 'failed';
      case 'healthy':
      case 'unhealthy':
        return this.state === 'stopping' ? undefined : type;
      case 'signalled':
        return 'stopping';
      case 'exited':
      case 'killed':
      case 'givenUp':
        return type;
      case 'cancelled':
        return this.state === 'failed' ? undefined : 'neverRan';
      default:
        return undefined;
    }
  }

  private close(at: number, last = false): void {
    const { from, state } = this;
    this.from = at;
    if (at === from && !last) return;
    if (state !== 'waiting') {
      this.done.push({ from, to: at, state });
      return;
    }
    const waitsFor = this.gates
      .filter((gate) => !this.open.has(gate))
      .map(({ on, condition }) => ({ on: on.key, condition }));
    this.done.push({ from, to: at, state, waitsFor });
  }
}
