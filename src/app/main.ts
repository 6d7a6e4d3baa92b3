import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { restoreLanguage } from './composables/use-language.ts';
import { restoreTheme } from './composables/use-theme.ts';
import { keepOffline } from './keep-offline.ts';
import { loadRest } from './load-rest.ts';
import { seal } from './seal.ts';
import { installDesk, useDesk } from './stores/desk.ts';
import { useProgram } from './stores/program.ts';
import { connectDesk, type WorkerScripts } from '../worker/browser-desk.ts';

const pinia = createPinia();
const program = useProgram(pinia);

const pageLoaded = new Promise<void>((resolve) => {
  if (document.readyState === 'complete') resolve();
  else addEventListener('load', () => resolve(), { once: true });
});
const deskWanted = new Promise<void>((resolve) => {
  installDesk(() => {
    resolve();
    return connectDesk(everything, program.breakDown);
  });
});

/** All files are fetched, then the page is sealed: the desk, and with it the person's data, come after. */
const loadEverything = async (): Promise<WorkerScripts> => {
  await Promise.race([pageLoaded, deskWanted]);
  const scripts = await loadRest(deskWanted);
  await keepOffline(program.markKept, program.offerUpdate);
  seal();
  program.markSealed();
  return scripts;
};

restoreTheme();
const everything = restoreLanguage().then(() => {
  createApp(App).use(pinia).mount('#app');
  return loadEverything();
});
everything.then(useDesk, program.breakDown);
