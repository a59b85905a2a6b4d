import type { presets as english } from '../en/presets.ts';

export const presets: Readonly<Record<keyof typeof english, string>> = {
  'presets.groups.article': '文章中的图',
  'presets.groups.ganfield': '初值图揭示的',
  'presets.groups.rules': '训练算法的效果',
  'presets.groups.parameters': '参数图',
  'presets.groups.games': '论文中的博弈',
  'presets.search': '搜索示例',
  'presets.none': '没有符合的示例。',
};
