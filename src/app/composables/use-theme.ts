import { computed, readonly, shallowRef } from 'vue';
import { readChoice, saveChoice } from './stored-choice.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const theme = shallowRef<Theme>('system');
const systemDark = shallowRef(false);
const dark = computed(() => (theme.value === 'system' ? systemDark.value : theme.value === 'dark'));

const apply = (wanted: Theme): void => {
  theme.value = wanted;
  if (wanted === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = wanted;
};

/** Light, dark or as the system has it; `dark` is what is really shown, for drawings on canvas. */
export const useTheme = () => ({
  theme: readonly(theme),
  dark,
  choose: (wanted: Theme): void => {
    apply(wanted);
    saveChoice('theme', wanted);
  },
});

/** Before the first paint. */
export const restoreTheme = (): void => {
  const system = matchMedia('(prefers-color-scheme: dark)');
  systemDark.value = system.matches;
  system.addEventListener('change', () => {
    systemDark.value = system.matches;
  });
  const stored = readChoice('theme');
  apply(THEMES.find((known) => known === stored) ?? 'system');
};
