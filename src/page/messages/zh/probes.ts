import type { Words } from '../words.ts';

export const probes: Words['probes'] = {
  add: '+ 探针',
  addTitle: '添加一个探针：按此放在正中，或在图上任意处点击。第九个会取代最早的一个。',
  addLabel: '在正中添加一个探针',
  hintTouch: '或轻点图面；双指缩放和平移',
  hintMouse: '或点击图面；滚轮缩放，拖动平移',
  probe: (number) => `探针 ${number}`,
  handle: (number, start) => `探针 ${number}：${start}。方向键移动，Delete 键移除。`,
  saveCsv: '将轨迹存为 CSV：探针',
  remove: '移除探针',
  oneDiverged: '其一发散',
  differenceTitle: '所画的 float32 轨迹与 float64 轨迹的最大距离',
  plotShows: (number) => `曲线图 ${number} 的内容`,
  log: '对数',
  logTitle: '对数坐标',
  overTime: (quantity) => `${quantity}随时间的变化`,
};
