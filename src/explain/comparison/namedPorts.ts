/** What a service that reaches a port by its name does not take. */
import type { PortMapping } from '../../model/containerDefinition.ts';
import { items } from '../../model/list.ts';
import type { List } from '../../model/taskDefinition.ts';

/**
 * A sentence for each named port mapping whose protocol is another one now: in a service with Service Connect it cannot
 * change. Source: Amazon ECS API reference, PortMapping, read 2026-11-23.
 */
export function portsThatStay(
  before: List<PortMapping> | undefined,
  after: List<PortMapping> | undefined,
): string[] {
  return items(after).flatMap(([mapping]) => {
    const former = items(before).find(([one]) => one.name !== undefined && one.name === mapping.name)?.[0];
    if (former === undefined) return [];
    const changed = [
      (former.protocol ?? 'tcp') === (mapping.protocol ?? 'tcp') ? undefined : 'protocol',
      former.appProtocol === mapping.appProtocol ? undefined : 'appProtocol',
    ].filter((name) => name !== undefined);
    return changed.map(
      (name) =>
        `the ${name} of the port named ${mapping.name} changed, which a Service Connect service refuses`,
    );
  });
}
