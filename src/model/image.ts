/** The parts of an image reference: `[registry/]repository[:tag][@digest]`. */
export interface Image {
  /** Host of the registry, with its port; absent for Docker Hub. */
  readonly registry?: string;
  readonly repository: string;
  readonly tag?: string;
  /** `sha256:` and 64 hexadecimal digits, or whatever follows `@`. */
  readonly digest?: string;
}

/**
 * Takes an image reference apart as Docker does: what stands before the first `/` is a registry if it has a dot or a
 * colon or is `localhost`. Any text gives something; nothing is checked.
 */
export function parseImage(image: string): Image {
  const [reference = '', digest] = splitOnce(image, image.indexOf('@'));
  const colon = reference.lastIndexOf(':');
  const [path = '', tag] = splitOnce(reference, colon > reference.lastIndexOf('/') ? colon : -1);
  const slash = path.indexOf('/');
  const first = slash < 0 ? '' : path.slice(0, slash);
  const hasRegistry = /[.:]/.test(first) || first === 'localhost';
  return {
    ...(hasRegistry && { registry: first }),
    repository: hasRegistry ? path.slice(slash + 1) : path,
    ...(tag !== undefined && { tag }),
    ...(digest !== undefined && { digest }),
  };
}

/**
 * An image as a card shows it: without registry and account, at most the last two parts of its repository, and its tag
 * or the first 12 digits of its digest. `public.ecr.aws/…/envoy:v1` is `envoy:v1`; `…dkr.ecr…/team/app:1` is `team/app:1`.
 */
export function shortImage(image: string): string {
  const { registry, repository, tag, digest } = parseImage(image);
  const parts = repository.split('/').filter((part) => part !== '' && part !== 'library');
  const name = parts.slice(registry === 'public.ecr.aws' ? -1 : -2).join('/') || image;
  const version = tag ? `:${tag}` : '';
  return digest && !tag ? `${name}@${digest.replace(/^sha256:/, '').slice(0, 12)}` : `${name}${version}`;
}

function splitOnce(text: string, at: number): [string, string?] {
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
