import type { Words } from '../words.ts';

export const playback: Words['playback'] = {
  player: '播放',
  time: '粒子流的时间',
  timeOf: (time, horizon) => `t = ${time}，共 ${horizon}`,
  catchingUp: (time, goal) => `t = ${time}，正在前往 ${goal}`,
  back: '后退一步（,）',
  on: '前进一步（.）',
  speed: '速度：每帧步数',
  animate: {
    parameter: '参数',
    parameterDoc: '在一个范围内变化的数值，初值图随之更新',
    from: '从',
    to: '到',
    ends: '范围的两端',
    seconds: '秒数',
    secondsDoc: '从一端到另一端所需时间',
    way: '方式',
    ways: { back: '往返', loop: '循环', once: '一次' },
    play: (symbol) => `播放 ${symbol}`,
    pause: (symbol) => `暂停 ${symbol}`,
  },
};
