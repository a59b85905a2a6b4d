import { textOf, withValues, type Experiment } from '../../experiment/experiment.ts';
import type { Theme } from '../../figure/colour/theme.ts';
import { derived, type Derived, type Source } from '../state/signal.ts';
import type { Store } from '../state/store.ts';

/** The theme in force, which follows from the experiment and the system; the document is in it. */
export function openTheme(store: Store): Derived<Theme> {
  const theme = derived(() => themeOf(store.experiment), [store, changesOf(systemIsLight())]);
  const show = () => {
    document.documentElement.dataset['theme'] = theme.value;
  };
  show();
  theme.subscribe(show);
  return theme;
}

/** The experiment in the other theme; `auto` where that is what the system has. */
export function withOtherTheme(experiment: Experiment): Experiment {
  const other = themeOf(experiment) === 'dark' ? 'light' : 'dark';
  const system = systemIsLight().matches ? 'light' : 'dark';
  return withValues(experiment, { theme: other === system ? 'auto' : other });
}

function themeOf(experiment: Experiment): Theme {
  const chosen = textOf(experiment, 'theme');
  if (chosen === 'dark' || chosen === 'light') return chosen;
  return systemIsLight().matches ? 'light' : 'dark';
}

function systemIsLight(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: light)');
}

function changesOf(query: MediaQueryList): Source {
  return {
    subscribe(listener) {
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
  };
}
