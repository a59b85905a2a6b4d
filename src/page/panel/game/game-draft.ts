/** A game as it stands in the editor: texts that may be wrong, and what belongs to them. */
import { COMPONENTS } from '../../../models/state.ts';
import { writtenAs } from '../../../game/forms.ts';
import { formOf, type Form } from '../../../game/game-source.ts';
import {
  expressionsOf,
  type Formulas,
  type GameSource,
  type ParameterRange,
} from '../../../game/game-source.ts';

export interface GameDraft {
  readonly form: Form;
  /** By place, as `expressionsOf` names it. */
  readonly texts: ReadonlyMap<string, string>;
  /** Everything but the formulas. */
  readonly about: Omit<GameSource, keyof Formulas>;
}

/** The places of a form's texts. */
export const PLACES = {
  losses: ['lossD', 'lossG'],
  minMax: ['minMax'],
  field: ['field.phi1', 'field.phi2', 'field.theta1', 'field.theta2'],
} as const satisfies Readonly<Record<Form, readonly string[]>>;

export type Place = (typeof PLACES)[Form][number];

/** What stands in a form that the present game cannot be written in. */
const EXAMPLES: Readonly<Record<Form, Formulas>> = {
  losses: { lossD: 'softplus(u)', lossG: 'softplus(-u)' },
  minMax: { minMax: 'x*y' },
  field: { field: { phi1: '-theta1', theta1: 'phi1' } },
};

export function draftOf(source: GameSource): GameDraft {
  const { title, source: origin, parameters, target } = source;
  return {
    form: formOf(source),
    texts: new Map(expressionsOf(source)),
    about: {
      ...(title !== undefined && { title }),
      ...(origin !== undefined && { source: origin }),
      ...(parameters && { parameters }),
      ...(target && { target }),
    },
  };
}

/** The game of a draft; of a field components without a text stay. */
export function sourceOf({ form, texts, about }: GameDraft): GameSource {
  const text = (place: string) => texts.get(place) ?? '';
  switch (form) {
    case 'losses':
      return { ...about, lossD: text('lossD'), lossG: text('lossG') };
    case 'minMax':
      return { ...about, minMax: text('minMax') };
    case 'field': {
      const written = COMPONENTS.map((name) => [name, text(`field.${name}`)] as const);
      const field = Object.fromEntries(written.filter(([, one]) => one.trim() !== ''));
      return { ...about, field };
    }
  }
}

/** With another text: what is changed is no longer what a paper has, so its name and source go. */
export function withText(draft: GameDraft, place: string, text: string): GameDraft {
  const { title, source, ...rest } = draft.about;
  const isOfPaper = source !== undefined;
  return {
    form: draft.form,
    texts: new Map([...draft.texts, [place, text]]),
    about: { ...rest, ...(title !== undefined && !isOfPaper && { title }) },
  };
}

export function withTitle(draft: GameDraft, title: string): GameDraft {
  const { title: _, ...rest } = draft.about;
  return { ...draft, about: { ...rest, ...(title !== '' && { title }) } };
}

export function withRange(draft: GameDraft, name: string, range: ParameterRange): GameDraft {
  const { about } = draft;
  return {
    ...draft,
    about: {
      ...about,
      parameters: { ...about.parameters, [name]: { ...about.parameters?.[name], ...range } },
    },
  };
}

/** The same game in another form where it can be written so, else an example of that form. */
export function inForm(draft: GameDraft, last: GameSource, form: Form): GameDraft {
  if (draft.form === form) return draft;
  const formulas = writtenAs(last, form);
  if (!formulas) return draftOf(EXAMPLES[form]);
  return { ...draftOf(formulas), about: draft.about };
}
