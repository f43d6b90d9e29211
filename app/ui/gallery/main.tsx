/**
 * All parts of the screen in all their states, for those who work on them; not in the production build.
 * `npx vite --config vite.config.ts app/ui/gallery`; `?theme=light` or `?theme=dark` shows one of the two.
 */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../base.css';
import { Controls } from './Controls.tsx';
import { Fields } from './Fields.tsx';
import './gallery.css';
import { Messages } from './Messages.tsx';
import { Overlays } from './Overlays.tsx';
import { Signs } from './Signs.tsx';

const wished = new URLSearchParams(location.search).get('theme');
const themes = wished === 'light' || wished === 'dark' ? [wished] : ['light', 'dark'];
if (themes.length === 1) document.documentElement.dataset.theme = themes[0];

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <main className="gallery">
        <h1 className="visually-hidden">Parts</h1>
        {themes.map((theme) => (
          <div key={theme} className="gallery-theme" data-theme={theme}>
            <h2 className="gallery-title">{theme === 'light' ? 'Light' : 'Dark'}</h2>
            <Signs />
            <Controls />
            <Fields theme={theme} />
            <Messages />
            <Overlays />
          </div>
        ))}
      </main>
    </StrictMode>,
  );
}
