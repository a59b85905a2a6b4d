import { equilibriumAt } from '../../cpu/equilibrium-kind.ts';
import {
  equilibriaIn,
  MOST_EQUILIBRIA,
  type Box,
} from '../../experiment/equilibrium/equilibria.ts';
import { equilibriaNow, equilibriumBox } from '../../experiment/equilibrium/numbered.ts';
import type { Equilibrium } from '../../experiment/equilibrium/kind.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { toFile } from '../../experiment/format/json.ts';
import { readComponentAxis } from '../../experiment/format/read-axis.ts';
import { experimentOf } from '../choices.ts';
import { shortened, UsageError } from '../errors.ts';
import type { ExperimentFlags, OutputFlags } from '../flags.ts';
import { equilibriumJson, jsonFields } from '../formats/json.ts';
import { writeWhole } from '../output.ts';
import { say } from '../remarks.ts';

/** `ganfield equilibria`: where a game rests, and what it does there to first order. */
export async function runEquilibria(
  flags: ExperimentFlags & OutputFlags & { readonly box?: string },
): Promise<void> {
  const experiment = await experimentOf(flags);
  const box = flags.box === undefined ? undefined : readBox(flags.box);
  await writeWhole(flags.out, (write) => {
    const { states, isCurve } = box ? inBox(experiment, box) : equilibriaNow(experiment);
    if (isCurve) {
      say(`${MOST_EQUILIBRIA} equilibria and more: they are no points here, but a curve`);
    }
    const equilibria = states.map((state) => equilibriumAt(experiment, state));
    return write(asJson(experiment, box ?? equilibriumBox(experiment), equilibria));
  });
}

function inBox(experiment: Experiment, box: Box) {
  const states = equilibriaIn(experiment, box, experiment.slice.hold);
  return { states, isCurve: states.length >= MOST_EQUILIBRIA };
}

/** `phi1=-2:2,theta1=-2:2`. */
function readBox(text: string): Box {
  const axes = text.split(',').map((part) => readComponentAxis('box', part.trim()));
  const names = axes.map(({ component }) => component);
  if (new Set(names).size < names.length) {
    throw new UsageError(`invalid box: ${shortened(text)}, expected each component once`);
  }
  return Object.fromEntries(axes.map(({ component, min, max }) => [component, [min, max]]));
}

function asJson(experiment: Experiment, box: Box, equilibria: readonly Equilibrium[]): string {
  const rows = equilibria.map((equilibrium) => `    ${equilibriumJson(equilibrium)}`);
  const fields = jsonFields({ experiment: toFile(experiment), box });
  return `{\n  ${fields},\n  "equilibria": [${rows.length > 0 ? `\n${rows.join(',\n')}\n  ` : ''}]\n}\n`;
}
