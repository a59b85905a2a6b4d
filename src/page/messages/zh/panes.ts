import type { Words } from '../words.ts';

export const panes: Words['panes'] = {
  mapOf: (measure, time) => `${measure}，T = ${time}`,
  states: (count, time) => `${count} 个状态，t = ${time}`,
  tracesOnly: '仅轨迹',
  traces: '轨迹',
  play: '播放',
  pause: '暂停',
  playKey: '播放（空格）',
  pauseKey: '暂停（空格）',
  onProcessor: (reason) => `${reason}因此改由处理器计算较小的初值图，粒子流只显示轨迹，没有粒子。`,
  range: (symbol, from, to) => `${symbol} 从 ${from} 到 ${to}`,
  describe: (name, ranges) => `${name}：${ranges}。加减号缩放，方向键平移，0 复位，回车放置探针。`,
  across: (range) => `横轴 ${range}`,
  up: (range) => `纵轴 ${range}`,
  mapInWords: (axes, values, outcomes) =>
    [axes, values, outcomes]
      .filter((part) => part !== '')
      .map((part) => `${part}。`)
      .join(''),
  ofStarts: (count, outcomes) => `共 ${count} 个初值：${outcomes}`,
  tools: '视图',
  back: '后退：上一个视图',
  forward: '前进：下一个视图',
  home: '视图复位（双击，0）',
  zoomOut: '缩小（−）',
  zoomIn: '放大（+）',
  tooDeep: (steps) =>
    `已到 float32 的分辨极限：相邻初值只差 ${steps} 个最小间隔，这里的块状和条纹是舍入误差，而非动力学。`,
};
