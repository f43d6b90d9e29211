/** What the catalogue offers: each a value that says what it is, why one would want it, and what it does to a task. */
import type { Change } from '../edit/change.ts';
import type { ContainerJson } from '../edit/changes/containers.ts';
import type { VolumeKind } from '../edit/changes/volumes.ts';
import type { Parts } from '../edit/design.ts';
import type { LogDriver } from '../model/containerDefinition.ts';
import type { NodeKey } from '../model/nodeKey.ts';
import type { Role } from '../model/role.ts';
import type { Compatibility } from '../model/taskDefinition.ts';

/** Where a fact stands, and the day it was read (YYYY-MM-DD). */
export interface EntrySource {
  readonly text: string;
  readonly url?: string;
  readonly checked: string;
}

interface Titled {
  readonly id: string;
  readonly title: string;
  /** What it is good for, in one or two sentences. */
  readonly why: string;
}

/** A sidecar that wires itself up in one change. */
export interface Sidecar extends Titled {
  /** What the container that it adds is for; `volume` and `setting` add none. */
  readonly role: Role | 'volume' | 'setting';
  readonly source: EntrySource;
  /** What the change adds, one line each, for the card that appears. */
  readonly adds: readonly string[];
  /** What the roles must allow from then on, one line each. */
  readonly roleNeeds: readonly string[];
  /** Findings of the rules that it may bring, because only the user can settle them (a secret, a role). */
  readonly brings?: readonly string[];
  /** The change; `serves` is the container that it is wired to, else the task's main one. */
  change(serves?: NodeKey): Change;
}

/** A container to start from. */
export interface ContainerTemplate extends Titled {
  readonly role: Role;
  readonly definition: ContainerJson;
}

/** A kind of volume. */
export interface VolumeTemplate extends Titled {
  readonly kind: VolumeKind;
  /** Where it works; absent: everywhere. */
  readonly onlyOn?: readonly Compatibility[];
}

/** A log driver to route a container's output through. */
export interface LogTemplate extends Titled {
  readonly driver: LogDriver;
  readonly onlyOn?: readonly Compatibility[];
}

/** A whole task to look at or to begin with: its text and what belongs to it. */
export interface ExampleTask extends Titled {
  readonly text: string;
  readonly parts: Parts;
}
