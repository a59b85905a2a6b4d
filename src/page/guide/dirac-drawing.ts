import { t } from '../messages/later.ts';
import { element } from '../ui/dom.ts';
import { swarmOf } from './intro-portraits.ts';

/** What the Dirac GAN is: a real point, a fake one, and a slope between them, moving. */
export interface DiracDrawing {
  readonly node: HTMLElement;
  advance(time: number): void;
  restart(): void;
}

/** One dimension: phi and theta where the drawing shows both well. */
const START = [0.9, 0, 1, 0];

/** In units of the drawing: its middle, where the real point lies, and a unit of theta. */
const [MIDDLE, UNIT, AXIS, CENTRE] = [160, 88, 96, 48];

/** The discriminator's line reaches this far to either side, and rises by this for a slope of 1. */
const [REACH, RISE] = [120, 34];

export function diracDrawing(): DiracDrawing {
  const swarm = swarmOf({ model: 'ns-gan' }, START);
  const node = element('div', { class: 'dirac' });
  node.innerHTML = `<svg viewBox="0 0 320 132" role="img">
    <path class="axis" d="M16 ${AXIS}h288"/>
    <path class="slope"/>
    <circle class="real" cx="${MIDDLE}" cy="${AXIS}" r="6"/>
    <circle class="fake" cy="${AXIS}" r="6"/>
    <text class="real-name" x="${MIDDLE}" y="${AXIS + 26}"></text>
    <text class="fake-name" y="${AXIS - 14}"></text>
    <text class="slope-name" x="312"></text>
  </svg>`;
  const find = (name: string) => node.querySelector(`.${name}`)!;
  node.querySelector('svg')!.setAttribute('aria-label', t('guide.intro.drawing'));
  find('real-name').textContent = t('guide.intro.real');
  find('fake-name').textContent = t('guide.intro.fake');
  find('slope-name').textContent = t('guide.intro.slope');

  const draw = () => {
    const [phi, , theta] = swarm.states as unknown as [number, number, number, number];
    const x = MIDDLE + UNIT * theta;
    const rise = RISE * phi;
    find('slope').setAttribute(
      'd',
      `M${MIDDLE - REACH} ${CENTRE + rise}L${MIDDLE + REACH} ${CENTRE - rise}`,
    );
    // Above the line's right end.
    find('slope-name').setAttribute('y', String(CENTRE - Math.max(0, rise) - 12));
    find('fake').setAttribute('cx', String(x));
    find('fake-name').setAttribute('x', String(x));
  };
  draw();
  return {
    node,
    advance(time) {
      swarm.advance(time);
      draw();
    },
    restart() {
      swarm.restart();
      draw();
    },
  };
}
