import type { undo as later } from '../en/later/undo.ts';

export const undo: Readonly<Record<keyof typeof later, string>> = {
  'undo.undone': '已撤销：{change}',
  'undo.redone': '已重做：{change}',
  'undo.choices': '{count, number} 项选择',
  'undo.colours': '颜色范围',
};
