/**
 * Sets Monaco up for the page's content policy. Import this before anything of Monaco: its modules make their Trusted
 * Types policies as they are evaluated.
 */
import editorWorkerUrl from 'monaco-editor/editor/editor.worker?worker&url';
import jsonWorkerUrl from 'monaco-editor/languages/features/json/json.worker?worker&url';

import { type PolicyOptions, trustedTypes, workerAddress } from '../store/workerAddress.ts';

const environment = {
  getWorker(_moduleId: string, label: string): Worker {
    const address = workerAddress(label === 'json' ? jsonWorkerUrl : editorWorkerUrl);
    return new Worker(address, { type: 'module', name: label });
  },
  createTrustedTypesPolicy(
    name: string,
    options: PolicyOptions,
  ): ReturnType<NonNullable<typeof trustedTypes>['createPolicy']> | undefined {
    // Two of Monaco's modules make this one, under one name, for any address. With getWorker above neither needs it.
    if (name === 'defaultWorkerFactory') return undefined;
    return trustedTypes?.createPolicy(name, options);
  },
};

Object.assign(globalThis, { MonacoEnvironment: environment });
