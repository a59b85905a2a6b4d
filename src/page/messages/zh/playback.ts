import type { playback as english } from '../en/playback.ts';

export const playback: Readonly<Record<keyof typeof english, string>> = {
  'playback.player': '播放',
  'playback.time': '粒子流的时间',
  'playback.timeOf': 't = {time}，共 {horizon}',
  'playback.catchingUp': 't = {time}，正在前往 {goal}',
  'playback.back': '后退一步（,）',
  'playback.on': '前进一步（.）',
  'playback.speed': '速度：每帧步数',
  'playback.animate.parameter': '参数',
  'playback.animate.parameterDoc': '在一个范围内变化的数值，初值图随之更新',
  'playback.animate.from': '从',
  'playback.animate.to': '到',
  'playback.animate.ends': '范围的两端',
  'playback.animate.seconds': '秒数',
  'playback.animate.secondsDoc': '从一端到另一端所需时间',
  'playback.animate.way': '方式',
  'playback.animate.ways.back': '往返',
  'playback.animate.ways.loop': '循环',
  'playback.animate.ways.once': '一次',
  'playback.animate.play': '播放 {symbol}',
  'playback.animate.pause': '暂停 {symbol}',
};
