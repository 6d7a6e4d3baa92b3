import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { restoreLanguage } from './composables/use-language.ts';
import { restoreTheme } from './composables/use-theme.ts';
import { installDesk, useDesk } from './stores/desk.ts';
import { ROOM_FILES } from './views/rooms.ts';
import { LANGUAGES } from '../locales/language.ts';
import { loadDictionary } from '../locales/load.ts';
import { connectDesk } from '../worker/browser-desk.ts';

const LATEST_MS = 1000;

/** The first quiet moment, or soon; Safari has no such question. */
const quiet = (): Promise<unknown> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: LATEST_MS });
    else setTimeout(resolve, LATEST_MS);
  });

/** What the first screen does not need, piece by piece; after it the page needs no network. */
const fetchRest = async (): Promise<void> => {
  await quiet();
  useDesk();
  const files = [
    ...ROOM_FILES,
    () => import('./components/charts/chart-kit.ts'),
    ...LANGUAGES.map((language) => () => loadDictionary(language)),
  ];
  for (const load of files) {
    await quiet();
    await load();
  }
};

restoreTheme();
installDesk(connectDesk);
void restoreLanguage().then(() => {
  createApp(App).use(createPinia()).mount('#app');
  if (document.readyState === 'complete') void fetchRest();
  else addEventListener('load', () => void fetchRest(), { once: true });
});
