/** The command line that registers a task definition. */

/**
 * The command that registers a task definition of this JSON, for a POSIX shell (bash, zsh, sh). Nothing in the JSON is
 * expanded by the shell: it stands between single quotes.
 */
export function registerCommand(json: string): string {
  return `aws ecs register-task-definition --cli-input-json ${quoted(json.trim())}`;
}

/** Between single quotes a shell takes everything as it is, but for the quote itself. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
