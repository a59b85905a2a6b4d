import type { verify as initial } from '../en/verify.ts';
import type { verify as later } from '../en/later/verify.ts';

export const verify: Readonly<Record<keyof typeof initial | keyof typeof later, string>> = {
  'verify.name': 'f64 校验',
  'verify.hint': '从这张图中随机抽取若干初值，用 float64 重新计算并比较',
  'verify.waiting': 'f64 校验：等待图计算完成',
  'verify.running': 'f64 校验：{percent}%',
  'verify.cancel': '点击取消',
  'verify.own': 'f64 校验：这张图本身就是 float64',
  'verify.agrees': 'f64 校验：{count} 个中 {agreeing} 个一致',
  'verify.shares': 'f64 校验：{count} 个中 {agreeing} 个一致，其余分布一致',
  'verify.failed': 'f64 校验未通过：{count} 个中仅 {agreeing} 个一致',
  'verify.contradicted': 'f64 校验未通过：{all} 个中有 {count} 个与独立积分矛盾',
  'verify.alarm':
    'float64 校验未通过：这张图的 {count} 个初值中只有 {agreeing} 个一致，请勿相信图中所示。请重新加载页面或换一个浏览器；若仍如此，则是显卡驱动或 Ganfield 计算有误。',
  'verify.alarmShares':
    'float64 校验未通过：有 {rounding} 个初值过于敏感，无法逐个比较，而它们总体的分布与 float64 不同。请勿相信图中所示。',
  'verify.alarmContradicted':
    '校验未通过：float32 与 float64 一致，但有 {count, number} 个初值与一次独立积分矛盾，说明两者有共同的错误。请勿相信图中这些地方所示。',
  'verify.report': '与 float64 的一致性',
  'verify.verdicts.agrees': '图中所示与 float64 的结果一致。',
  'verify.verdicts.shares':
    '这个实验会强烈放大舍入误差，许多初值无法逐个比较；可以比较的是它们数值的分布，而分布一致。',
  'verify.verdicts.doubtful': '图中所示与 float64 的结果一致，但有少数初值不同且原因不明。',
  'verify.verdicts.contradicted':
    '图中所示与 float64 的结果一致，但两者都与独立积分矛盾：它们有共同的错误。',
  'verify.verdicts.failed': '图中所示与 float64 的结果不一致。',
  'verify.findings.agrees': '{count, number} 个在容差内一致。',
  'verify.findings.rounding':
    '{count, number} 个的差异不超过 float32 舍入给 float64 本身带来的差异：混沌，或边界近于 float32 的分辨率。',
  'verify.findings.boundary': '{count, number} 个不同，但位于边界旁：属预期之内。',
  'verify.findings.unknown':
    '{count, number} 个已衰减到 float32 无法分辨：图上没有数值，float64 有。',
  'verify.findings.astray': '{count, number} 个在别处不同，原因不明。',
  'verify.sample': '从图中 {side}² 个初值里均匀随机抽取 {count} 个，用 float64 重新计算。',
  'verify.independent.intro':
    '另有 {count, number} 个初值用一种独立的方法（16 阶高斯－勒让德配置法）积分，并由其轨线直接按定义测量：',
  'verify.independent.agrees': '{count, number} 个与之一致。',
  'verify.independent.step': '{count, number} 个的差异来自所选方法的步长误差：更小的步长可消除它。',
  'verify.independent.rounding': '{count, number} 个的差异不超过舍入对轨线本身的影响。',
  'verify.independent.unjudged':
    '{count, number} 个无法判断：没有给出结论，或轨线刚性太强而无法跟踪。',
  'verify.independent.contradicted': '{count, number} 个与之矛盾。',
  'verify.independent.column': '独立积分',
  'verify.independent.otherwise': '走向不同',
  'verify.independent.values': '图 {shown}，独立积分 {expected}',
  'verify.map': '图',
  'verify.values': '图 {shown}，float64 {expected}',
  'verify.more': '还有 {count} 个',
  'verify.marks': '与 float64 不一致的初值',
  'verify.again': '校验另一组样本',
  'verify.error': 'float64 校验没有完成：{message}',
};
