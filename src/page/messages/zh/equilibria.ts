import type { equilibria as later } from '../en/later/equilibria.ts';

export const equilibria: Readonly<Record<keyof typeof later, string>> = {
  'equilibria.count': '找到 {count} 个均衡点',
  'equilibria.curve': '均衡点组成一条曲线。',
  'equilibria.multipliers': '单步映射的特征值 {values}',
  'equilibria.makeTarget': '设为距离、标签与线性化所参照的目标',
  'equilibria.mark': '{kind}：设为目标',
  'equilibria.isTarget': '距离、标签与线性化所参照的目标',
  'equilibria.elsewhere': '目标为 ({state})。',
  'equilibria.backToZero': '回到 0',
};
