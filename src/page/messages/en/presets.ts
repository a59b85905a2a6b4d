import type { Preset } from '../../../experiment/presets.ts';

export const presets = {
  groups: {
    article: 'The article’s figures',
    ganfield: 'What a map adds',
    rules: 'What training rules do',
  } satisfies Record<Preset['group'], string> as Readonly<Record<Preset['group'], string>>,
};
