/** One thing that ECS does to the containers of a task. Each stands in a file of its own. */
import type { Due, DueKind, Live, World } from '../world.ts';

/** What a behaviour did with a container in a pass of the loop. */
export type Step =
  /** Not its matter: the next behaviour is asked. */
  | 'next'
  /** Nothing can be done with the container now. */
  | 'wait'
  | 'changed'
  /** Changed, and the pass begins anew from the top of the list. */
  | 'endPass';

export interface Behavior {
  /** The file's name. */
  readonly id: string;
  /** What ECS does, in one sentence. */
  readonly title: string;
  /** Where that is known from. */
  readonly source: string;
  /** Before the first second. */
  prepare?(world: World): void;
  /** In a pass, with a container that is neither STOPPED nor running as it is meant to. */
  step?(world: World, container: Live): Step;
  /** After a due event and after each pass. */
  settle?(world: World): void;
  /** A run of the container has begun. */
  runs?(world: World, container: Live): void;
  /** The process of the container has left; true: it is started again, and nobody else is told. */
  leaves?(world: World, container: Live, code: number): boolean;
  /** The container was sent the stop signal. */
  signalled?(world: World, container: Live): void;
  /** What happens when something is due; false: nothing that anybody else could notice. */
  readonly due?: Partial<Record<DueKind, (world: World, due: Due, container: Live) => boolean>>;
}
