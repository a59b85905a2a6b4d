import type { PageAddress } from '../shell/address.ts';
import type { ColourRange } from '../shell/colour-range.ts';
import { element } from '../ui/dom.ts';
import type { PlaneSwap } from './plane-swap.ts';
import type { Lifetime } from '../state/lifetime.ts';
import type { PaneFrame } from './pane-frame.ts';
import type { ViewportControl } from './viewport-control.ts';
import { t } from '../messages/messages.ts';

/** A press of a button zooms by this factor. */
const ZOOM = 2;

/** Paths of a 16 x 16 drawing. */
const SHAPES = {
  in: 'M8 3.5v9M3.5 8h9',
  out: 'M3.5 8h9',
  reset: 'M6 3H3v3M10 3h3v3M6 13H3v-3M10 13h3v-3',
  fill: 'M9.5 3H13v3.5M13 3 9 7M6.5 13H3V9.5M3 13l4-4',
  back: 'M9.8 3.5 5.3 8l4.5 4.5',
  pin: 'M5.5 3h5M6.3 3v3.8L4.5 9h7L9.7 6.8V3M8 9v4.5',
  swap: 'M3 5.5h9M9.5 3 12 5.5 9.5 8M13 10.5H4M6.5 8 4 10.5 6.5 13',
  forward: 'M6.2 3.5 10.7 8l-4.5 4.5',
};

/** A button in a pane's corner that lets it fill the window, and back. */
function fillButton(frame: PaneFrame, life: Lifetime): HTMLButtonElement {
  const { dataset } = document.documentElement;
  const { id } = frame.root;
  const node = toolButton('fill', t('panes.fill'), () => {
    if (dataset['fill'] === id) delete dataset['fill'];
    else dataset['fill'] = id;
    node.ariaPressed = String(dataset['fill'] === id);
  });
  node.classList.add('fill');
  life.onEnd(() => delete dataset['fill']);
  return node;
}

/**
 * Buttons that let a pane fill the window: each other pane has its own in its corner.
 * @returns that of the first pane, which stands among its tools
 */
export function fillButtons(frames: readonly PaneFrame[], life: Lifetime): HTMLButtonElement {
  for (const frame of frames.slice(1)) {
    const label = t('panes.tools');
    const group = element('div', { class: 'tools', role: 'group', 'aria-label': label });
    group.append(fillButton(frame, life));
    life.append(frame.square, group);
  }
  return fillButton(frames[0]!, life);
}

export function toolButton(
  shape: keyof typeof SHAPES,
  label: string,
  onPress: () => void,
): HTMLButtonElement {
  const node = element('button', { type: 'button', 'aria-label': label, title: label });
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', SHAPES[shape]);
  svg.append(path);
  node.append(svg);
  node.addEventListener('click', onPress);
  return node;
}

/** The zoom and history buttons in a corner of the map; disabled where they have no effect. */
export interface PaneTools {
  show(): void;
  destroy(): void;
}

export function paneTools(
  square: HTMLElement,
  viewport: ViewportControl,
  address: PageAddress,
  colourRange: ColourRange,
  planeSwap: PlaneSwap,
  fill: HTMLButtonElement,
): PaneTools {
  const button = toolButton;
  const back = button('back', t('panes.back'), () => address.go(-1));
  const forward = button('forward', t('panes.forward'), () => address.go(1));
  const reset = button('reset', t('panes.home'), () => viewport.reset('map'));
  const pin = button('pin', t('panes.pin'), colourRange.toggle);
  const tools = element(
    'div',
    { class: 'tools', role: 'group', 'aria-label': t('panes.tools') },
    button('swap', t('panes.swap'), planeSwap.toggle),
    fill,
    pin,
    back,
    forward,
    reset,
    button('out', t('panes.zoomOut'), () => viewport.move('map', 0, 0, 1 / ZOOM)),
    button('in', t('panes.zoomIn'), () => viewport.move('map', 0, 0, ZOOM)),
  );
  square.append(tools);
  return {
    destroy: () => tools.remove(),
    show() {
      back.disabled = !address.canGo(-1);
      forward.disabled = !address.canGo(1);
      reset.disabled = viewport.isDefault;
      pin.ariaPressed = String(colourRange.isPinned.value);
      tools.classList.toggle('away', !viewport.isDefault || colourRange.isPinned.value);
    },
  };
}
