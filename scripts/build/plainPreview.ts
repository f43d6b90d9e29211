/** Lets the preview send files as they lie: it serves this machine, where packing them costs more than it saves. */
import type { Plugin } from 'vite';

export function plainPreview(): Plugin {
  return {
    name: 'plain-preview',
    configurePreviewServer({ middlewares }) {
      middlewares.use((request, _response, next) => {
        delete request.headers['accept-encoding'];
        next();
      });
    },
  };
}
