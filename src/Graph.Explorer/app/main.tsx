import { render } from 'preact';
import './styles/main.css';
import { App } from './app';
import { loadDomain } from './domain';
import { followLinks } from './route';

const root = document.getElementById('app')!;

async function begin(): Promise<void> {
  try {
    await loadDomain();
  } catch (fault) {
    root.textContent = `The server does not say what the graph is of. ${(fault as Error).message} The page tries again.`;
    setTimeout(() => void begin(), 3_000);
    return;
  }
  root.textContent = '';
  followLinks();
  render(<App />, root);
}

void begin();
