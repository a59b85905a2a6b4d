import type { Words } from '../words.ts';

export const playback: Words['playback'] = {
  player: '播放',
  time: '流的时间',
  timeOf: (time, horizon) => `t = ${time}，共 ${horizon}`,
  catchingUp: (time, goal) => `t = ${time}，正在前往 ${goal}`,
  back: '后退一步（,）',
  on: '前进一步（.）',
  speed: '速度：每帧步数',
};
