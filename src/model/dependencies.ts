/**
 * Who waits for whom: what is written in dependsOn, and what ECS adds by itself.
 *
 * Source of the implicit ones: amazon-ecs-agent 1.105.1, agent/api/task/task.go (initializeContainerOrdering,
 * addFirelensContainerDependency). A proxyConfiguration adds none.
 */
import type { Condition } from './containerDefinition.ts';
import { items } from './list.ts';
import type { NamedContainer } from './namedContainers.ts';
import { containersByName } from './namedContainers.ts';
import type { NodeKey } from './nodeKey.ts';
import type { Path } from './path.ts';

/** Why ECS adds a dependency that nobody wrote in dependsOn. */
export type ImplicitReason = 'links' | 'volumesFrom' | 'firelens';

export interface DependencyEdge {
  /**
   * `dependsOn:<waits>><waited for>`, by names; `#2` for a second entry between the same two. What ECS adds begins with
   * its reason instead: `links:`, `volumesFrom:`, `firelens:`.
   */
  readonly key: string;
  readonly from: NodeKey;
  readonly to: NodeKey;
  /** CREATE is internal to ECS: the other container must exist, not run. */
  readonly condition: Condition | 'CREATE';
  /** Where the entry stands; for an implicit edge where its cause stands. */
  readonly path: Path;
  /** Why ECS adds it; absent: it is written in dependsOn. */
  readonly addedBy?: ImplicitReason;
}

/** A dependsOn entry that names no container of the task, or whose name or condition cannot be read. */
export interface DanglingDependency {
  readonly to: NodeKey;
  readonly path: Path;
  readonly name: string;
}

/** All dependencies of the task; per container first the written ones, then links, volumesFrom and FireLens. */
export function dependencies(containers: readonly NamedContainer[]): {
  readonly edges: readonly DependencyEdge[];
  readonly dangling: readonly DanglingDependency[];
} {
  const byName = containersByName(containers);
  const router = containers.find(({ definition }) => definition.firelensConfiguration !== undefined);
  const edges: DependencyEdge[] = [];
  const dangling: DanglingDependency[] = [];
  const keys = new EdgeKeys();

  for (const waiting of containers) {
    const { definition } = waiting;
    const at: Path = ['containerDefinitions', waiting.index];
    const waitsFor = new Set<NodeKey>();

    const add = (
      target: NamedContainer,
      condition: DependencyEdge['condition'],
      path: Path,
      addedBy?: ImplicitReason,
    ) => {
      waitsFor.add(target.key);
      edges.push({
        key: keys.next(addedBy ?? 'dependsOn', waiting.key, target.key),
        from: target.key,
        to: waiting.key,
        condition,
        path,
        ...(addedBy && { addedBy }),
      });
    };

    definition.dependsOn?.forEach((entry, place) => {
      const path = [...at, 'dependsOn', place];
      const target = byName.get(entry?.containerName ?? '');
      if (target && entry?.condition) add(target, entry.condition, path);
      else dangling.push({ to: waiting.key, path, name: entry?.containerName ?? '' });
    });
    for (const [link, place] of items(definition.links)) {
      const target = byName.get(linkedName(link));
      if (target) add(target, 'START', [...at, 'links', place], 'links');
    }
    for (const [entry, place] of items(definition.volumesFrom)) {
      const target = byName.get(entry.sourceContainer ?? '');
      if (target) add(target, 'CREATE', [...at, 'volumesFrom', place], 'volumesFrom');
    }
    if (
      router &&
      router !== waiting &&
      definition.logConfiguration?.logDriver === 'awsfirelens' &&
      !waitsFor.has(router.key) &&
      !waitsForAnything(router)
    ) {
      add(router, 'START', [...at, 'logConfiguration', 'logDriver'], 'firelens');
    }
  }
  return { edges, dangling };
}

/** The container that a `links` entry names: `name` or `name:alias`. */
export function linkedName(link: string): string {
  return link.split(':', 1)[0] ?? '';
}

function waitsForAnything({ definition }: NamedContainer): boolean {
  return [definition.dependsOn, definition.links, definition.volumesFrom].some(
    (list) => list !== undefined && list.length > 0,
  );
}

/** Keys of edges; the second between the same two of one kind gets `#2`. */
class EdgeKeys {
  private readonly seen = new Map<string, number>();

  next(kind: string, waiting: NodeKey, target: NodeKey): string {
    const key = `${kind}:${withoutKind(waiting)}>${withoutKind(target)}`;
    const count = (this.seen.get(key) ?? 0) + 1;
    this.seen.set(key, count);
    return count === 1 ? key : `${key}#${count}`;
  }
}

function withoutKind(key: NodeKey): string {
  return key.slice(key.indexOf(':') + 1);
}
