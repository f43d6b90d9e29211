/**
 * Members of a task or a container that people keep side by side, each family in its usual order. What the first family
 * with a member in the text says counts: a role belongs beside the other role, and beside the family only without it.
 */
const families: readonly (readonly string[])[] = [
  ['cpu', 'memory', 'memoryReservation'],
  ['environment', 'environmentFiles', 'secrets'],
  ['entryPoint', 'command', 'workingDirectory'],
  ['mountPoints', 'volumesFrom'],
  ['dependsOn', 'startTimeout', 'stopTimeout'],
  ['portMappings', 'links'],
  ['dnsServers', 'dnsSearchDomains', 'extraHosts'],
  ['interactive', 'pseudoTerminal'],
  ['name', 'image', 'repositoryCredentials', 'essential', 'restartPolicy'],
  ['taskRoleArn', 'executionRoleArn'],
  ['family', 'taskRoleArn', 'executionRoleArn'],
  ['containerDefinitions', 'volumes'],
  ['requiresCompatibilities', 'networkMode', 'runtimePlatform'],
  ['pidMode', 'ipcMode'],
];

/**
 * Where a new member belongs among those that an object has: behind its next of kin that comes earlier in the family, else
 * before the one that comes later. A member without kin, and one that ECS does not know, goes to the end. The names may
 * begin with a capital, as CloudFormation writes them.
 */
export function placeAmongKin(names: readonly (string | undefined)[], name: string): number {
  const present = names.map((one) => one && lower(one));
  for (const family of families) {
    const rank = family.indexOf(lower(name));
    if (rank < 0) continue;
    for (const earlier of family.slice(0, rank).reverse()) {
      const index = present.lastIndexOf(earlier);
      if (index >= 0) return index + 1;
    }
    for (const later of family.slice(rank + 1)) {
      const index = present.indexOf(later);
      if (index >= 0) return index;
    }
  }
  return present.length;
}

function lower(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}
