import type { Words } from '../words.ts';

export const presets: Words['presets'] = {
  groups: {
    article: '文章中的图',
    ganfield: '初值图揭示的',
    rules: '训练算法的效果',
  },
};
