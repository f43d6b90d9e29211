/** Addresses of workers, past the page's content policy: only those of this page's origin. */

export interface PolicyOptions {
  readonly createHTML?: (text: string) => string;
  readonly createScript?: (text: string) => string;
  readonly createScriptURL?: (address: string) => string;
}

interface Policy {
  createScriptURL(address: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, options: PolicyOptions): Policy;
}

/** Browsers without Trusted Types have no such object; their workers take plain addresses. */
export const trustedTypes = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes;

function sameOriginAddress(address: string): string {
  const url = new URL(address, document.baseURI);
  if (url.origin !== location.origin) throw new TypeError(`A worker may not come from ${url.origin}.`);
  return url.href;
}

let policy: Policy | undefined;

/** The address as a worker takes it. The policy has one name and can be made only once. */
export function workerAddress(address: string): string {
  policy ??= trustedTypes?.createPolicy('task-designer', { createScriptURL: sameOriginAddress }) ?? {
    createScriptURL: sameOriginAddress,
  };
  return policy.createScriptURL(address);
}
