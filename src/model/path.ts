/** The address of a value inside a task definition: member names and list indexes, from the task downwards. */
export type Path = readonly (string | number)[];

/** One string per path (JSON Pointer, RFC 6901), for maps and sets. The task itself is the empty string. */
export function pathKey(path: Path): string {
  let key = '';
  for (const step of path) {
    key += typeof step === 'number' ? `/${step}` : `/${step.replace(/~/g, '~0').replace(/\//g, '~1')}`;
  }
  return key;
}

/** The name that one step of a path key stands for. */
export function stepName(step: string): string {
  return step.replace(/~1/g, '/').replace(/~0/g, '~');
}

/** How a path is written for people: `containerDefinitions[0].image`; the task itself is "the task". */
export function formatPath(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (/^[A-Za-z_][\w]*$/.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text === '' ? 'the task' : text;
}

/** Whether two paths name the same place. */
export function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}

/** Whether `path` is `ancestor` or lies below it. */
export function isWithin(path: Path, ancestor: Path): boolean {
  return path.length >= ancestor.length && ancestor.every((step, index) => step === path[index]);
}
