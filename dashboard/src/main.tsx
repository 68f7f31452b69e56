import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { learn } from './speech.js';
import './styles.css';

// why not awaited: what App is made of may lie in this very file, which then would wait for itself.
void learn().then(async () => {
  const { App } = await import('./App.js');
  createRoot(document.getElementById('app')!).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
});
