const TOKENS = {
  main: '--chart-main',
  rest: '--chart-rest',
  other: '--chart-other',
  grid: '--chart-grid',
  ink: '--ink',
  soft: '--ink-soft',
  surface: '--surface',
} as const;

export type ChartColours = Readonly<Record<keyof typeof TOKENS, string>>;

/** The tokens as a canvas needs them: worked out for the theme in force where `element` stands. */
export const readColours = (element: HTMLElement): ChartColours => {
  const probe = element.appendChild(document.createElement('span'));
  const read = (token: string): string => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const colours = Object.fromEntries(
    Object.entries(TOKENS).map(([name, token]) => [name, read(token)]),
  ) as ChartColours;
  probe.remove();
  return colours;
};
