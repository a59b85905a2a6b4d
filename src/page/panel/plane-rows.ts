import {
  commonComponents,
  targetOf,
  withScale,
  withTarget,
  type Side,
} from '../../experiment/editing/plane-axes.ts';
import { planeOf, withHoldValue, type PlaneChoice } from '../../experiment/editing/planes.ts';
import { indexOf, type Axis, type Experiment } from '../../experiment/experiment.ts';
import { axisParameters, isParameterAxis, mapPlane } from '../../experiment/plane.ts';
import { parameterText } from '../../experiment/texts.ts';
import { componentSymbol } from '../../figure/axes.ts';
import { COMPONENTS } from '../../models/state.ts';
import { t, translate } from '../messages/messages.ts';
import { choiceRow, numberRow, textRow, type Edit, type Row } from './panel-rows.ts';
import { planeOptions } from './plane-options.ts';

/** The slider of a held component reaches this far; any value can be typed. */
const HOLD_RANGE = { min: -2, max: 2, step: 0.01 };
const HOLD_LIMITS = { min: -1000, max: 1000 };

const SIDES = ['x', 'y'] as const;

/** What the map's axes are, and what all its starts have in common. */
export function planeRows(experiment: Experiment, edit: Edit, planes: PlaneChoice): readonly Row[] {
  return [
    ...SIDES.flatMap((side) => axisRows(experiment, edit, side)),
    sliceRow(experiment, edit, planes),
    ...SIDES.filter((side) => experiment.parameterAxes?.[side]).map((side) =>
      flowRangeRow(experiment, edit, side),
    ),
    ...holdRows(experiment, edit),
  ];
}

/** Target, range and, of a parameter, scale of one of the map's axes. */
function axisRows(experiment: Experiment, edit: Edit, side: Side): readonly Row[] {
  const axis = mapPlane(experiment)[side];
  const target = targetOf(experiment, side);
  const name = t(`panel.axes.${side}`);
  // A parameter's name is too long to be said again.
  const rangeName = isParameterAxis(axis)
    ? t('panel.rangeAlone')
    : t('panel.range', { symbol: componentSymbol(axis.component) });
  const initial = new Set(COMPONENTS.map((component) => componentSymbol(component, true)));
  const targets = choiceRow(
    `target ${side}`,
    { name, doc: t('panel.axisDoc') },
    (present) => targetOptions(present ?? experiment),
    {
      get: (present) => targetOf(present, side),
      set: (next) => edit.replace((present) => withTarget(present, side, next)),
    },
    (title) => t(initial.has(title) ? 'panel.initialState' : 'panel.parameters'),
  );
  const range = textRow(
    `${side} ${target}`,
    { name: rangeName, doc: t('panel.rangeDoc') },
    {
      get: (present) => rangeText(mapPlane(present)[side]),
      set: (text) => {
        const present = mapPlane(experiment)[side];
        const log = isParameterAxis(present) && present.scale === 'log' ? ':log' : '';
        edit.assign(side, `${target}:${text}${log}`);
      },
    },
  );
  if (!isParameterAxis(axis)) return [targets, range];
  const scale = choiceRow(
    `scale ${side}`,
    { name: t('panel.scale'), doc: t('panel.scaleDoc') },
    () => [
      [t('panel.linear'), 'linear'],
      [t('panel.logarithmic'), 'log'],
    ],
    {
      get: (present) => present.parameterAxes?.[side]?.scale ?? 'linear',
      set: (next) =>
        edit.replace((present) => withScale(present, side, next === 'log' ? 'log' : 'linear')),
    },
  );
  return [targets, range, scale];
}

function targetOptions(experiment: Experiment): readonly (readonly [string, string])[] {
  return [
    ...COMPONENTS.map((component) => [componentSymbol(component, true), component] as const),
    ...axisParameters(experiment).map(
      (parameter) => [translate(parameterText(parameter, 'symbol')), parameter.name] as const,
    ),
  ];
}

/** The plane of initial conditions: the map's, or beneath parameters the flow's. */
function sliceRow({ slice }: Experiment, edit: Edit, planes: PlaneChoice): Row {
  return choiceRow(
    'plane',
    { name: t('panel.plane'), doc: t('panel.planeDoc') },
    (experiment) => planeOptions((experiment ?? { slice }).slice),
    {
      get: (experiment) => planeOf(experiment.slice),
      set: (id) => edit.replace((experiment) => planes.choose(experiment, id)),
    },
  );
}

function flowRangeRow({ slice }: Experiment, edit: Edit, side: Side): Row {
  const { component } = slice[side];
  const key = side === 'x' ? 'flowX' : 'flowY';
  return textRow(
    `${key} ${component}`,
    {
      name: t('panel.flowRange', { symbol: componentSymbol(component) }),
      doc: t('panel.flowRangeDoc'),
    },
    {
      get: (experiment) => rangeText(experiment.slice[side]),
      set: (text) => edit.assign(key, `${component}:${text}`),
    },
  );
}

function holdRows(experiment: Experiment, edit: Edit): readonly Row[] {
  // In one dimension what is held is 0.
  const isLine = !experiment.parameterAxes && planeOf(experiment.slice) === 'line';
  const components = isLine ? [] : commonComponents(experiment);
  return components.map((component) =>
    numberRow(
      `hold ${component}`,
      { name: componentSymbol(component, true), doc: t('panel.holdDoc') },
      HOLD_RANGE,
      {
        get: ({ slice }) => slice.hold[indexOf(component)]!,
        set: (value) =>
          edit.replace((present) => {
            const { slice } = present;
            const hold = withHoldValue(slice.hold, component, value);
            return { ...present, slice: { ...slice, hold } };
          }),
      },
      HOLD_LIMITS,
    ),
  );
}

function rangeText({ min, max }: Axis): string {
  return `${min} … ${max}`.replaceAll('-', '−');
}
