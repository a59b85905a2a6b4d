import { textOf, withValues, type Experiment } from '../../experiment/experiment.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import type { Store } from './store.ts';

/** The theme in force: the chosen one, or the system's. */
export function themeOf(experiment: Experiment): Theme {
  const chosen = textOf(experiment, 'theme');
  if (chosen === 'dark' || chosen === 'light') return chosen;
  return systemIsLight().matches ? 'light' : 'dark';
}

/** The experiment in the other theme; `auto` where that is what the system has. */
export function withOtherTheme(experiment: Experiment): Experiment {
  const other = themeOf(experiment) === 'dark' ? 'light' : 'dark';
  const system = systemIsLight().matches ? 'light' : 'dark';
  return withValues(experiment, { theme: other === system ? 'auto' : other });
}

/** Keeps the document in the theme, and calls back whenever it changes. */
export function syncTheme(store: Store, onTheme: (theme: Theme) => void): void {
  let shown: Theme | undefined;
  const apply = () => {
    const theme = themeOf(store.experiment);
    if (theme === shown) return;
    shown = theme;
    document.documentElement.dataset['theme'] = theme;
    onTheme(theme);
  };
  apply();
  store.subscribe(apply);
  systemIsLight().addEventListener('change', apply);
}

function systemIsLight(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: light)');
}
