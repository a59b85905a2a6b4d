import type { Words } from '../words.ts';

export const keys: Words['keys'] = {
  title: '快捷键',
  onPage: '在页面上',
  onSlider: '在滑块上',
  or: '或',
  withKey: (text, key) => `${text}（${key}）`,
  deeds: {
    playPause: '播放或暂停粒子流',
    restart: '粒子流重新开始',
    nextModel: '下一个模型',
    previousModel: '上一个模型',
    stepOn: '前进一步',
    stepBack: '后退一步',
    animate: '播放或暂停参数动画',
    share: '分享或保存',
    undo: '撤销',
    redo: '重做',
    showKeys: '显示本列表',
  },
  slider: {
    stepMore: '增加一步',
    stepLess: '减少一步',
    tenMore: '增加十步',
    tenLess: '减少十步',
    least: '最小值',
    most: '最大值',
  },
  names: {
    ' ': '空格',
    ArrowLeft: '←',
    ArrowRight: '→',
    ArrowUp: '↑',
    ArrowDown: '↓',
    PageUp: 'PgUp',
    PageDown: 'PgDn',
  },
};
