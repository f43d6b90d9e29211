/** The plainest of static hosts: files of dist/ under a folder, no header of ours. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../dist', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

interface Host {
  readonly url: string;
  /** From now on a file is another one, as after the host was given a new build. */
  change(file: string, change: (text: string) => string): void;
  close(): void;
}

/** Serves the build under `folder` (with a slash at both ends) on a free port; `close` ends it. */
export async function hostUnder(folder: string): Promise<Host> {
  const changes = new Map<string, (text: string) => string>();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const file = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    try {
      if (!file.startsWith(folder)) throw new Error('outside the folder');
      const path = normalize(file.slice(folder.length));
      const change = changes.get(path);
      const read = await readFile(join(dist, path));
      const body = change === undefined ? read : change(read.toString('utf8'));
      response
        .writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
        .end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}${folder}`,
    change: (file, change) => {
      changes.set(file, change);
    },
    close: () => server.close(),
  };
}
