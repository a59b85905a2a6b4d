import {
  animatableParameters,
  type ParameterRange,
} from '../../../experiment/animated-parameter.ts';
import { numberOf, type Experiment } from '../../../experiment/experiment.ts';
import { readNumber, type NumberRange } from '../../../experiment/schema.ts';
import { parameterText } from '../../../experiment/texts.ts';
import type { VideoChoice } from '../../../figure/video-plan.ts';
import type { NumberParameter } from '../../../models/parameter.ts';
import { t } from '../../messages/later.ts';
import { translate } from '../../messages/messages.ts';
import { element } from '../../ui/dom.ts';
import { choices, field, numberField } from '../share-fields.ts';
import { backgroundChoices } from '../share-picture.ts';

/** The value of the list for a flow in time. */
const TIME = 't';

/** Of a video, and frames in each of them. */
const SECONDS: NumberRange = { min: 0.5, max: 240 };
const RATE: NumberRange = { min: 5, max: 60 };

/** What a video can show at present. */
interface VideoSource {
  readonly experiment: Experiment;
  /** Whether there are particles. */
  readonly flows: boolean;
}

/** The fields for a video; those that mean nothing for what is chosen are disabled. */
export class VideoFields {
  readonly nodes: readonly HTMLElement[];
  private readonly contents = choices('videoContent', t('share.content'), [
    ['both', t('share.contents.both')],
    ['map', t('share.contents.map')],
    ['flow', t('share.contents.flow')],
  ]);
  private readonly over = element('select', { name: 'over' });
  private readonly range = element(
    'div',
    { class: 'pair' },
    numberField('from', t('share.video.from')),
    numberField('to', t('share.video.to')),
  );

  /** @param source reads what can be shown when the fields change */
  constructor(private readonly source: () => VideoSource) {
    this.nodes = [
      this.contents,
      field(t('share.video.over'), this.over),
      this.range,
      ...timeAndFileFields(),
    ];
    this.over.addEventListener('change', () => this.update());
  }

  /** Lists what the video can run over, and keeps what is chosen where it is still there. */
  refresh(): void {
    const { over } = this;
    const { experiment, flows } = this.source();
    const chosen = over.value;
    over.replaceChildren(
      ...(flows ? [element('option', { value: TIME }, t('share.video.time'))] : []),
      ...animatableParameters(experiment).map((parameter) =>
        element('option', { value: parameter.name }, translate(parameterText(parameter, 'symbol'))),
      ),
    );
    if (Array.from(over.options).some(({ value }) => value === chosen)) over.value = chosen;
    this.update();
  }

  private update(): void {
    const { experiment, flows } = this.source();
    this.showRange(experiment);
    this.showContents(flows);
  }

  private showRange(experiment: Experiment): void {
    const { over, range } = this;
    const parameter = animatableParameters(experiment).find(({ name }) => name === over.value);
    const [from, to] = Array.from(range.querySelectorAll('input')) as [
      HTMLInputElement,
      HTMLInputElement,
    ];
    range.hidden = parameter === undefined;
    for (const input of [from, to]) input.disabled = parameter === undefined;
    if (!parameter) return;
    const value = numberOf(experiment, parameter.name);
    const far = value < (parameter.min + parameter.max) / 2 ? parameter.max : parameter.min;
    from.value = String(value);
    to.value = String(far);
  }

  /** A map alone is static over time, and without particles there is no flow. */
  private showContents(flows: boolean): void {
    const radios = Array.from(this.contents.querySelectorAll('input'));
    for (const radio of radios) {
      radio.disabled = radio.value === 'map' ? this.over.value === TIME : !flows;
    }
    const chosen = radios.find((radio) => radio.checked && !radio.disabled);
    (chosen ?? radios.find((radio) => !radio.disabled)!).checked = true;
  }
}

function timeAndFileFields(): readonly HTMLElement[] {
  return [
    element(
      'div',
      { class: 'pair' },
      numberField('seconds', t('share.video.seconds'), '10'),
      numberField('rate', t('share.video.rate'), '30'),
    ),
    choices('videoWidth', t('share.width'), [
      ['1280', t('share.pixels', { width: 1280 })],
      ['1920', t('share.pixels', { width: 1920 })],
      ['640', t('share.pixels', { width: 640 })],
    ]),
    choices('file', t('share.video.file'), [
      ['mp4', 'MP4'],
      ['webm', 'WebM'],
    ]),
    backgroundChoices('videoBackground'),
    element('p', { class: 'hint' }, t('share.video.hint')),
  ];
}

/** What the fields say. @throws ChoiceError for a number that is none, or one out of range */
export function videoChoiceOf(data: FormData, parameters: readonly NumberParameter[]): VideoChoice {
  const read = (key: string, name: string, range: NumberRange): number =>
    readNumber(name, data.get(key) as string, range);
  const parameter = parameters.find(({ name }) => name === data.get('over'));
  const parameterRange: ParameterRange | undefined = parameter && {
    name: parameter.name,
    from: read('from', t('share.video.from'), parameter),
    to: read('to', t('share.video.to'), parameter),
  };
  return {
    content: data.get('videoContent') as VideoChoice['content'],
    parameterRange,
    seconds: read('seconds', t('share.video.seconds'), SECONDS),
    rate: read('rate', t('share.video.rate'), RATE),
    width: Number(data.get('videoWidth')),
    background: data.get('videoBackground') as VideoChoice['background'],
    file: data.get('file') as VideoChoice['file'],
  };
}
