import type { status as english } from '../en/status.ts';

export const status: Readonly<Record<keyof typeof english, string>> = {
  'status.opening': '正在打开 …',
  'status.processor': '处理器，float64',
  'status.particles': '{count} 个粒子',
  'status.map': '初值图 {side}{percent}%',
  'status.steps': '{count} 步/秒',
  'status.frame': '{milliseconds} 毫秒/帧',
  'status.titles.adapter': '计算设备',
  'status.titles.map': '初值图上的初值数，以及已完成的比例',
  'status.titles.particles': '粒子流中的粒子数',
  'status.titles.time': '粒子流已到达的时间',
  'status.titles.steps': '每秒计算的单个初值的步数',
  'status.titles.frame': '相邻两帧的间隔',
};
