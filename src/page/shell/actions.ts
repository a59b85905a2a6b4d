import type { PresetExperiment } from '../../experiment/editing/preset-experiments.ts';

/** What a button, a key or the panel can make the page do. */
export interface Actions {
  playPause(): void;
  restart(): void;
  stepBack(): void;
  stepOn(): void;
  share(): void;
  copyLink(): void;
  /** Copies the HTML that shows this experiment in somebody's own page. */
  copyFrame(): void;
  /** Copies a BibTeX entry with this experiment's link. */
  copyCitation(): void;
  openPreset(preset: PresetExperiment): void;
  nextModel(): void;
  previousModel(): void;
  /** Starts or pauses the animation of a parameter. */
  animate(): void;
  /** Opens or closes the diagram. */
  diagram(): void;
  /** Says how much of the plane the boundary on the map fills. */
  boundary(): void;
  undo(): void;
  redo(): void;
  switchTheme(): void;
  showKeys(): void;
}
