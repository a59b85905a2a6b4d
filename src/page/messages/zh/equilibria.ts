import type { equilibria as later } from '../en/later/equilibria.ts';

export const equilibria: Readonly<Record<keyof typeof later, string>> = {
  'equilibria.count': '流的窗口内有 {count} 个均衡点',
  'equilibria.curve': '一条由均衡点组成的曲线穿过流的窗口。',
  'equilibria.kinds.sink': '汇',
  'equilibria.kinds.source': '源',
  'equilibria.kinds.saddle': '鞍点',
  'equilibria.kinds.centre': '中心',
  'equilibria.kinds.degenerate': '退化',
  'equilibria.multipliers': '乘子 {values}',
  'equilibria.makeTarget': '设为距离、标签与线性化所参照的目标',
  'equilibria.isTarget': '距离、标签与线性化所参照的目标',
  'equilibria.elsewhere': '目标为 ({state})。',
  'equilibria.backToZero': '回到 0',
};
