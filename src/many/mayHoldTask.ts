/** Whether a file of this path is worth a look, by where it lies and how its name ends. */
export function mayHoldTask(path: string): boolean {
  if (path.endsWith('/') || /(^|\/)(\.git|node_modules|\.terraform|__MACOSX)\//.test(path)) return false;
  const name = path.split('/').at(-1) ?? '';
  return /\.(json\w*|ya?ml|tf|hcl|te?mpl\w*|tpl|template|txt|j2|erb|ejs|sh)$/i.test(name);
}
