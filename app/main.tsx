import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/base.css';
import './ui/tokens.css';
import { App } from './App.tsx';
import { CrashScreen } from './shell/CrashScreen.tsx';

const EmbedApp = lazy(() => import('./EmbedApp.tsx').then((module) => ({ default: module.EmbedApp })));
const isEmbedded = new URLSearchParams(location.search).has('embed');

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <CrashScreen>
        {isEmbedded ? (
          <Suspense fallback={null}>
            <EmbedApp />
          </Suspense>
        ) : (
          <App />
        )}
      </CrashScreen>
    </StrictMode>,
  );
}
