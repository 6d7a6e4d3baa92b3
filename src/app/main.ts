import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { restoreLanguage } from './composables/use-language.ts';
import { restoreTheme } from './composables/use-theme.ts';
import { installDesk } from './stores/desk.ts';
import { connectDesk } from '../worker/browser-desk.ts';

restoreTheme();
installDesk(connectDesk());
void restoreLanguage().then(() => {
  createApp(App).use(createPinia()).mount('#app');
});
