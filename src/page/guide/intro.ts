/** The first picture: what a Dirac GAN is, that most GANs circle, and what makes one converge. */
import {
  openedPreset,
  type PresetExperiment,
} from '../../experiment/editing/preset-experiments.ts';
import { outcomeColours } from '../../figure/colour/outcome-colours.ts';
import { cssOf, entryOf, inkOf, type Theme } from '../../figure/colour/theme.ts';
import { OUTCOMES } from '../../measures/outcomes.ts';
import { t } from '../messages/later.ts';
import type { Loop } from '../shell/loop.ts';
import { lifetimeOf } from '../state/lifetime.ts';
import type { ReadonlySignal } from '../state/signal.ts';
import type { Store } from '../state/store.ts';
import { element } from '../ui/dom.ts';
import { diracDrawing, type DiracDrawing } from './dirac-drawing.ts';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet has nothing to assign
import './intro.css';
import { DURATION, PACE, portrait, type Portrait, type Portrayed } from './intro-portraits.ts';

/** Pixels along a portrait's side. */
const SIDE = 256;

interface Tile extends Portrayed {
  readonly title: string;
  readonly converges?: true;
  /** What a press opens. */
  readonly preset: string;
}

const TILES: readonly Tile[] = [
  { title: 'GAN', model: 'ns-gan', preset: 'article-ns-gan' },
  { title: 'WGAN', model: 'wgan', preset: 'article-wgan' },
  {
    title: 'WGAN-GP, c = 1',
    model: 'wgan-gp',
    values: { c: 1, lambda: 0.25 },
    preset: 'two-basins',
  },
  { title: 'GAN-QP', model: 'gan-qp', preset: 'article-gan-qp' },
  {
    title: 'WGAN-GP, c = 0',
    model: 'wgan-gp',
    // Slow enough to be seen on its way for the whole time.
    values: { c: 0, lambda: 0.08 },
    converges: true,
    preset: 'article-wgan-gp-0',
  },
];

interface Dependencies {
  readonly root: HTMLElement;
  readonly store: Store;
  readonly theme: ReadonlySignal<Theme>;
  readonly loop: Loop;
  readonly presets: readonly PresetExperiment[];
  startGuide(): void;
  close(): void;
}

export interface Intro {
  destroy(): void;
}

/** Fills the element, and moves its pictures until it is destroyed. */
export function openIntro(dependencies: Dependencies): Intro {
  const { root, store, theme, presets, startGuide, close } = dependencies;
  const life = lifetimeOf();
  const button = (name: string, text: string, onPress: () => void) => {
    const node = element('button', { type: 'button', class: name }, text);
    node.addEventListener('click', onPress);
    return node;
  };
  const drawing = diracDrawing();
  const tiles = TILES.map((tile) =>
    tileOf(tile, theme, () => {
      const preset = presets.find(({ id }) => id === tile.preset)!;
      store.update(openedPreset(preset, store.experiment));
      close();
    }),
  );
  const explore = button('button', t('guide.intro.explore'), close);
  root.replaceChildren(
    element(
      'div',
      { class: 'intro-page' },
      element('h2', { id: 'intro-title' }, t('guide.intro.title')),
      element(
        'div',
        { class: 'intro-what' },
        drawing.node,
        element(
          'div',
          {},
          element('p', {}, t('guide.intro.dirac')),
          element('p', {}, t('guide.intro.why')),
        ),
      ),
      element('div', { class: 'intro-tiles' }, ...tiles.map(({ node }) => node)),
      element('p', { class: 'intro-note' }, t('guide.intro.tiles')),
      element(
        'p',
        { class: 'intro-buttons' },
        button('button main', t('guide.start'), startGuide),
        explore,
      ),
    ),
  );
  life.onEnd(() => root.replaceChildren());
  const portraits = tiles.map((tile) => tile.portrait);
  life.onEnd(play(dependencies, drawing, portraits));
  return { destroy: life.destroy };
}

function tileOf(
  tile: Tile,
  theme: ReadonlySignal<Theme>,
  onPress: () => void,
): { readonly node: HTMLElement; readonly portrait: Portrait } {
  const canvas = element('canvas', {
    width: String(SIDE),
    height: String(SIDE),
    'aria-hidden': 'true',
  });
  const node = element(
    'button',
    { type: 'button', class: `intro-tile${tile.converges ? ' converges' : ''}` },
    canvas,
    element('strong', {}, tile.title),
    element('span', {}, tile.converges ? t('guide.intro.converges') : t('guide.intro.circles')),
  );
  node.addEventListener('click', onPress);
  const code = OUTCOMES.indexOf(tile.converges ? 'converged' : 'orbiting');
  const style = () => {
    const { background: ground, text: ink } = inkOf(theme.value);
    return { colour: cssOf(entryOf(outcomeColours(theme.value), code)), ground, ink };
  };
  return { node, portrait: portrait(canvas, tile, style) };
}

/** Moves everything in one time, again and again, or shows stills where nothing shall move. */
function play(
  { loop, theme }: Pick<Dependencies, 'loop' | 'theme'>,
  drawing: DiracDrawing,
  portraits: readonly Portrait[],
): () => void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
    const still = () => portraits.forEach((one) => one.still());
    still();
    return theme.subscribe(still);
  }
  const parts = [drawing, ...portraits];
  let time = 0;
  const restart = () => {
    time = 0;
    for (const part of parts) part.restart();
  };
  const ends = [
    theme.subscribe(restart),
    loop.add((seconds) => {
      time += PACE * seconds;
      if (time > DURATION) restart();
      else for (const part of parts) part.advance(PACE * seconds);
      return true;
    }),
  ];
  loop.wake();
  return () => ends.forEach((end) => end());
}
