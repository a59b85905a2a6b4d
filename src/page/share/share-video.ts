import { numberOf } from '../../experiment/experiment.ts';
import { animatableParameters, type ParameterRange } from '../../experiment/animated-parameter.ts';
import { readNumber, type NumberRange } from '../../experiment/schema.ts';
import type { NumberParameter } from '../../models/parameter.ts';
import { element } from '../ui/dom.ts';
import { download } from '../ui/download.ts';
import type { Scene } from './picture-maker.ts';
import { choices, field, numberField } from './share-fields.ts';
import type { ShareKind } from './share-kind.ts';
import { backgroundChoices } from './share-picture.ts';
import type { Store } from '../state/store.ts';
import { MAX_FRAMES, type VideoChoice } from '../../figure/video-plan.ts';
import { t, translate } from '../messages/messages.ts';
import { parameterText } from '../../experiment/texts.ts';

/** The value of the list for a flow in time. */
const TIME = 't';

/** Of a video, and frames in each of them. */
const SECONDS: NumberRange = { min: 0.5, max: 240 };
const RATE: NumberRange = { min: 5, max: 60 };

/** The flow in time, or map and flow while a parameter runs through a range, as a video. */
export function shareVideo(store: Store, currentScene: () => Scene | undefined): ShareKind {
  const contents = choices('videoContent', t('share.content'), [
    ['both', t('share.contents.both')],
    ['map', t('share.contents.map')],
    ['flow', t('share.contents.flow')],
  ]);
  const over = element('select', { name: 'over' });
  const range = element(
    'div',
    { class: 'pair' },
    numberField('from', t('share.video.from')),
    numberField('to', t('share.video.to')),
  );
  const [from, to] = Array.from(range.querySelectorAll('input')) as [
    HTMLInputElement,
    HTMLInputElement,
  ];
  const showRange = () => {
    const parameter = animatableParameters(store.experiment).find(
      ({ name }) => name === over.value,
    );
    range.hidden = parameter === undefined;
    for (const input of [from, to]) input.disabled = parameter === undefined;
    if (!parameter) return;
    const value = numberOf(store.experiment, parameter.name);
    const far = value < (parameter.min + parameter.max) / 2 ? parameter.max : parameter.min;
    from.value = String(value);
    to.value = String(far);
  };
  const flows = () => currentScene()?.viewSet.openOfflineFlow !== undefined;
  /** A map alone is static over time, and without particles there is no flow. */
  const showContents = () => {
    const radios = Array.from(contents.querySelectorAll('input'));
    for (const radio of radios) {
      radio.disabled = radio.value === 'map' ? over.value === TIME : !flows();
    }
    const chosen = radios.find((radio) => radio.checked && !radio.disabled);
    (chosen ?? radios.find((radio) => !radio.disabled)!).checked = true;
  };
  over.addEventListener('change', () => {
    showRange();
    showContents();
  });

  return {
    id: 'video',
    fields: [
      contents,
      field(t('share.video.over'), over),
      range,
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
    ],
    actions: [
      {
        label: t('share.video.record'),
        main: true,
        async run({ data, signal, progress }) {
          if (typeof VideoEncoder === 'undefined') throw new Error(t('share.video.missing'));
          const scene = currentScene();
          if (!scene) throw new Error(t('share.notYet'));
          const choice = choiceOf(data, animatableParameters(store.experiment));
          const frames = choice.seconds * choice.rate;
          if (frames > MAX_FRAMES)
            throw new Error(t('share.video.tooMany', { frames, most: MAX_FRAMES }));
          const { recordVideo } = await import('./video.ts');
          const { blob, name } = await recordVideo(scene, choice, signal, progress);
          if (!signal.aborted) download(blob, name);
        },
      },
    ],
    refresh() {
      const chosen = over.value;
      over.replaceChildren(
        ...(flows() ? [element('option', { value: TIME }, t('share.video.time'))] : []),
        ...animatableParameters(store.experiment).map((parameter) =>
          element(
            'option',
            { value: parameter.name },
            translate(parameterText(parameter, 'symbol')),
          ),
        ),
      );
      if (Array.from(over.options).some(({ value }) => value === chosen)) over.value = chosen;
      showRange();
      showContents();
    },
  };
}

/** @throws ChoiceError for a number that is none, or one out of range */
function choiceOf(data: FormData, parameters: readonly NumberParameter[]): VideoChoice {
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
