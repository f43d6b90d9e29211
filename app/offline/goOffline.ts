/** Keeps the designer itself in the browser, so that it opens without a network; a new version is taken when the user says so. */
import { keptDesigns } from '../store/keptDesigns.ts';
import { savingStore } from '../store/savingStore.ts';
import { notify } from '../store/viewStore.ts';
import { workerAddress } from '../store/workerAddress.ts';

/** The first look, and the editor if it is asked for at once, come before nine megabytes for later. */
const PATIENCE_MS = 8_000;
let started = false;

/** Registers the service worker of this folder, once the page has settled. Where there is none all goes on without. */
export function goOffline(): void {
  if (started || !import.meta.env.PROD || navigator.serviceWorker === undefined) return;
  started = true;
  setTimeout(() => void register(navigator.serviceWorker), PATIENCE_MS);
}

async function register(container: ServiceWorkerContainer): Promise<void> {
  try {
    const registration = await container.register(workerAddress('./sw.js'), { scope: './' });
    if (registration.waiting && container.controller) offer(container, registration.waiting);
    registration.addEventListener('updatefound', () => {
      const fresh = registration.installing;
      fresh?.addEventListener('statechange', () => {
        // Without a controller it is the first visit: there is nothing to take the place of.
        if (fresh.state === 'installed' && container.controller) offer(container, fresh);
      });
    });
  } catch {
    // Private windows and some settings allow none; nothing is lost but the work without a network.
  }
}

function offer(container: ServiceWorkerContainer, fresh: ServiceWorker): void {
  notify('A new version of the designer is here.', 'info', {
    label: 'Save and reload',
    run: () => void take(container, fresh),
  });
}

/** Reloads into the new version, once everything is saved; never otherwise. */
async function take(container: ServiceWorkerContainer, fresh: ServiceWorker): Promise<void> {
  await keptDesigns().flush();
  if (savingStore.getState().status !== 'saved') {
    notify('The design is not saved, so nothing was reloaded. Download it first.', 'error');
    return;
  }
  container.addEventListener('controllerchange', () => location.reload(), { once: true });
  fresh.postMessage('go');
}
