import type { info as english } from '../en/info.ts';

export const info: Readonly<Record<keyof typeof english, string>> = {
  'info.discriminator': '判别器',
  'info.generator': '生成器',
  'info.eigenvalues': '均衡点处的特征值',
  'info.multipliers': '单步映射的特征值',
  'info.spectrum': '{what}：{values}（{stability}）',
  'info.stable': '稳定',
  'info.neutral': '线性近似下中性稳定',
  'info.unstable': '不稳定',
  'info.critical': '临界值 {symbol} = {value}',
  'info.belowCritical': '低于临界学习率 {value}',
  'info.beyondCritical': '超过临界学习率 {value}',
};
