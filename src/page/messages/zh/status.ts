import type { Words } from '../words.ts';

export const status: Words['status'] = {
  opening: '正在打开 …',
  particles: (count) => `${count} 个粒子`,
  map: (side, percent) => `初值图 ${side}${percent}%`,
  steps: (count) => `${count} 步/秒`,
  frame: (milliseconds) => `${milliseconds} 毫秒/帧`,
  titles: {
    adapter: '计算设备',
    map: '初值图上的初值数，以及已完成的比例',
    particles: '粒子流中的状态数',
    time: '粒子流已到达的时间',
    steps: '每秒计算的单个状态的步数',
    frame: '相邻两帧的间隔',
  },
};
