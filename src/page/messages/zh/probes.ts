import type { probes as english } from '../en/probes.ts';

export const probes: Readonly<Record<keyof typeof english, string>> = {
  'probes.add': '+ 探针',
  'probes.addTitle': '添加一个探针：按此放在正中，或在图上任意处点击。第九个会取代最早的一个。',
  'probes.addLabel': '在正中添加一个探针',
  'probes.hintTouch': '或轻点图面；双指缩放和平移',
  'probes.hintMouse': '或点击图面；滚轮缩放，拖动平移',
  'probes.probe': '探针 {number}',
  'probes.handle': '探针 {number}：{start}。方向键移动，Delete 键移除。',
  'probes.saveCsv': '将轨迹存为 CSV：探针',
  'probes.remove': '移除探针',
  'probes.oneDiverged': '其一发散',
  'probes.differenceTitle': '所画的 float32 轨迹与 float64 轨迹的最大距离',
  'probes.plotShows': '曲线图 {number} 的内容',
  'probes.log': '对数',
  'probes.logTitle': '对数坐标',
};
