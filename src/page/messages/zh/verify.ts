import type { Words } from '../words.ts';

export const verify: Words['verify'] = {
  name: 'f64 校验',
  hint: '从这张图中随机抽取若干初值，用 float64 重新计算并比较',
  waiting: 'f64 校验：等待图计算完成',
  running: (percent: number) => `f64 校验：${percent}%`,
  cancel: '点击取消',
  own: 'f64 校验：这张图本身就是 float64',
  agrees: (agreeing: string, count: string) => `f64 校验：${count} 个中 ${agreeing} 个一致`,
  shares: (agreeing: string, count: string) =>
    `f64 校验：${count} 个中 ${agreeing} 个一致，其余分布一致`,
  failed: (agreeing: string, count: string) => `f64 校验未通过：${count} 个中仅 ${agreeing} 个一致`,
  alarm: (agreeing: string, count: string) =>
    `float64 校验未通过：这张图的 ${count} 个初值中只有 ${agreeing} 个一致，请勿相信图中所示。请重新加载页面或换一个浏览器；若仍如此，则是显卡驱动或 Ganfield 计算有误。`,
  alarmShares: (rounding: string) =>
    `float64 校验未通过：有 ${rounding} 个初值过于敏感，无法逐个比较，而它们总体的分布与 float64 不同。请勿相信图中所示。`,
  report: '与 float64 的一致性',
  verdicts: {
    agrees: '图中所示与 float64 的结果一致。',
    shares:
      '这个实验会强烈放大舍入误差，许多初值无法逐个比较；可以比较的是它们数值的分布，而分布一致。',
    doubtful: '图中所示与 float64 的结果一致，但有少数初值不同且原因不明。',
    failed: '图中所示与 float64 的结果不一致。',
  },
  findings: {
    agrees: (count: string) => `${count} 个在容差内一致。`,
    rounding: (count: string) =>
      `${count} 个的差异不超过 float32 舍入给 float64 本身带来的差异：混沌，或边界近于 float32 的分辨率。`,
    boundary: (count: string) => `${count} 个不同，但位于边界旁：属预期之内。`,
    astray: (count: string) => `${count} 个在别处不同，原因不明。`,
  },
  sample: (count: string, side: number) =>
    `从图中 ${side}² 个初值里均匀随机抽取 ${count} 个，用 float64 重新计算。`,
  map: '图',
  values: (shown: string, expected: string) => `图 ${shown}，float64 ${expected}`,
  more: (count: string) => `还有 ${count} 个`,
  marks: '与 float64 不一致的初值',
  again: '校验另一组样本',
  error: (message: string) => `float64 校验没有完成：${message}`,
};
