import type { panes as english } from '../en/panes.ts';

export const panes: Readonly<Record<keyof typeof english, string>> = {
  'panes.mapOf': '{measure}，T = {time}',
  'panes.states': '{count} 个粒子，t = {time}',
  'panes.ended': ' = T，随后重新开始',
  'panes.empty': '：粒子已全部离开窗口，随后重新开始',
  'panes.fill': '占满窗口或恢复',
  'panes.tracesOnly': '仅轨迹',
  'panes.traces': '轨迹',
  'panes.play': '播放',
  'panes.pause': '暂停',
  'panes.playKey': '播放（空格）',
  'panes.pauseKey': '暂停（空格）',
  'panes.onProcessor': '{reason}因此改由处理器计算较小的初值图，粒子流只显示轨迹，没有粒子。',
  'panes.range': '{symbol} 从 {from} 到 {to}',
  'panes.describe': '{name}：{ranges}。加减号缩放，方向键平移，0 复位，回车放置探针。',
  'panes.across': '横轴 {range}',
  'panes.up': '纵轴 {range}',
  'panes.ofStarts': '共 {count} 个初值：{outcomes}',
  'panes.tools': '视图',
  'panes.back': '后退：上一个视图',
  'panes.forward': '前进：下一个视图',
  'panes.swap': '切换：参数图或初值图',
  'panes.crossHair': '粒子流显示 {values} 的情形。拖动，或用方向键移动。',
  'panes.home': '视图复位（双击，0）',
  'panes.pin': '固定颜色范围：其他图沿用',
  'panes.zoomOut': '缩小（−）',
  'panes.zoomIn': '放大（+）',
  'panes.onLines':
    '这里每个初值都有 L = 0：轨线始终在过原点的一条直线上，与一维相同。要看一般情形，请把固定值设为非零。',
  'panes.tooDeep':
    '已到 float32 的分辨极限：相邻像素只差 {steps} 个最小间隔，这里的块状和条纹是舍入误差，而非动力学。',
};
