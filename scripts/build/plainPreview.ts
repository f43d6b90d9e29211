/**
 * How the preview sends files: as they lie, for it serves this machine, where packing them costs more than it saves; and
 * those that carry their content in their name for ever, as a host should.
 */
import type { ServerResponse } from 'node:http';
import type { Plugin } from 'vite';

/** Sends what is there as what never changes. */
function sendForEver(response: ServerResponse): void {
  const { writeHead } = response;
  response.writeHead = (status: number, ...rest: readonly unknown[]) => {
    const [headers] = rest;
    // What is not there may be there tomorrow.
    if (status < 400 && typeof headers === 'object' && headers !== null) {
      Object.assign(headers, { 'Cache-Control': 'public, max-age=31536000, immutable' });
    }
    return Reflect.apply(writeHead, response, [status, ...rest]);
  };
}

export function plainPreview(): Plugin {
  return {
    name: 'plain-preview',
    configurePreviewServer({ config, middlewares }) {
      const lasting = `/${config.build.assetsDir}/`;
      middlewares.use((request, response, next) => {
        delete request.headers['accept-encoding'];
        if (request.url?.startsWith(lasting)) sendForEver(response);
        next();
      });
    },
  };
}
