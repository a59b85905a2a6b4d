/**
 * A parameter is declared once. The panel's control, the command line's flag, the URL key, the
 * uniform field in WGSL and the row in `ganfield models` all come from this declaration.
 */
export type Parameter = NumberParameter | ChoiceParameter | BooleanParameter;

interface Declared {
  /** Key in URL, flags, JSON and the WGSL uniform. */
  readonly name: string;
  /** What WGSL calls it, where that is not its name. */
  readonly shaderName?: string;
  /** Stands for the name in the ids of its texts, where another parameter of this name differs. */
  readonly textId?: string;
  /** How the panel and captions write it, Unicode. */
  readonly symbol: string;
  /** One line: what it does. */
  readonly doc: string;
}

export interface NumberParameter extends Declared {
  readonly kind: 'number';
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** The panel's slider step; not a constraint on values. */
  readonly step: number;
  /** Empty for a pure number. */
  readonly unit?: string;
  /** Only whole numbers. In WGSL a `u32`, other numbers an `f32`. */
  readonly integer?: boolean;
  /** The slider moves by ratios, not by differences; from a `min` of 0 by differences at first. */
  readonly logarithmic?: boolean;
}

/** In WGSL a `u32`: the index of the chosen option. */
export interface ChoiceParameter extends Declared {
  readonly kind: 'choice';
  readonly default: string;
  readonly options: readonly string[];
}

/** In WGSL a `u32`: 0 or 1. */
export interface BooleanParameter extends Declared {
  readonly kind: 'boolean';
  readonly default: boolean;
}

export type Value = number | string | boolean;
export type Values = Readonly<Record<string, Value>>;

/** The value of every parameter before anybody changes one. */
export function defaultsOf(parameters: readonly Parameter[]): Values {
  return Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter.default]));
}
