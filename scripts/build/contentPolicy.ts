/** The content security policy of the built page: as a meta tag, so that any static host serves it, and as a header in preview. */
import type { Plugin } from 'vite';

/** The one Trusted Types policy of our own: it makes worker addresses, and takes only those of this page's origin. */
const ownPolicyName = 'task-designer';

/** What Monaco names its policies (its calls of createTrustedTypesPolicy), and the sanitizer that it bundles. */
const monacoPolicyNames = [
  'diffEditorWidget',
  'diffReview',
  'domLineBreaksComputer',
  'dompurify',
  'editorGhostText',
  'editorViewLayer',
  'richScreenReaderContent',
  'standaloneColorizer',
  'stickyScrollViewLayer',
  'tokenizeToString',
];

const directives: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  // Monaco writes style elements and attributes; nothing else does.
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': [ownPolicyName, ...monacoPolicyNames],
};

/** The whole policy on one line. Framing is left open: the page holds no account and sends nothing. */
export const contentPolicy = Object.entries(directives)
  .map(([name, values]) => `${name} ${values.join(' ')}`)
  .join('; ');

/** Writes the policy into index.html at build time, before anything that it governs. The dev server goes without. */
export function contentPolicyTag(): Plugin {
  const charset = '<meta charset="utf-8" />';
  return {
    name: 'content-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        if (!html.includes(charset))
          throw new Error(`index.html has no ${charset} to put the policy behind.`);
        return html.replace(
          charset,
          `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${contentPolicy}" />`,
        );
      },
    },
  };
}
