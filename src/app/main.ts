import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { restoreLanguage } from './composables/use-language.ts';
import { restoreTheme } from './composables/use-theme.ts';
import { installDesk } from './stores/desk.ts';
import { fetchRooms } from './views/rooms.ts';
import { LANGUAGES } from '../locales/language.ts';
import { loadDictionary } from '../locales/load.ts';
import { connectDesk } from '../worker/browser-desk.ts';

const FIRST_SCREEN_MS = 400;

/** What the first screen does not need, fetched while it is being read. */
const fetchRest = async (): Promise<void> => {
  await fetchRooms();
  await Promise.all([import('./components/charts/chart-kit.ts'), ...LANGUAGES.map(loadDictionary)]);
};

restoreTheme();
installDesk(connectDesk());
void restoreLanguage().then(() => {
  createApp(App).use(createPinia()).mount('#app');
  setTimeout(() => void fetchRest(), FIRST_SCREEN_MS);
});
