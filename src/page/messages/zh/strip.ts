import type { Words } from '../words.ts';

export const strip: Words['strip'] = {
  discriminator: '判别器',
  generator: '生成器',
  eigenvalues: '均衡点处的特征值',
  multipliers: '每步的乘子',
  spectrum: (what, values, stability) => `${what}：${values}（${stability}）`,
  stable: '稳定',
  neutral: '一阶中性',
  unstable: '不稳定',
  critical: (symbol, value) => `临界值 ${symbol} = ${value}`,
  belowCritical: (value) => `低于临界学习率 ${value}`,
  beyondCritical: (value) => `超过临界学习率 ${value}`,
};
