import type { Words } from '../words.ts';

export const save: Words['save'] = {
  title: '保存图片',
  what: '内容',
  both: '初值图与粒子流',
  map: '初值图',
  flow: '粒子流',
  width: '宽度',
  screen: '屏幕大小',
  pixels: (width) => `${width} 像素`,
  paper: '底色',
  dark: '深色',
  light: '白色，适合打印',
  hint: '带坐标轴、色标和说明整个实验的图注；文件中也存有这个实验。',
  progress: '图片的生成进度',
  savePng: '保存 PNG',
  failed: (reason) => `无法生成图片：${reason}`,
  remark: ({ kind, adapter }) => (kind === 'cpu' ? 'float64' : `float32（${adapter}）`),
  tooEarly: '还没有可保存的图',
  notEncoded: '图片编码失败',
};
