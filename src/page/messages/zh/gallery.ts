import type { gallery as initial } from '../en/gallery.ts';
import type { gallery as later } from '../en/later/gallery.ts';

export const gallery: Readonly<Record<keyof typeof initial | keyof typeof later, string>> = {
  'gallery.title': '总览',
  'gallery.doc': '同一切片上的全部模型，或一个模型在某参数不同取值下的图',
  'gallery.family': '总览内容',
  'gallery.models': '全部模型',
  'gallery.over': '{model}，{parameter} 取不同值',
  'gallery.from': '从',
  'gallery.to': '到',
  'gallery.stop': '停止',
  'gallery.save': '保存图片',
  'gallery.close': '关闭总览',
  'gallery.maps': '各图；点击打开对应实验',
  'gallery.progress': '计算进度',
  'gallery.opens': '打开 {title}',
  'gallery.slice': '{measure}，T = {time}，{axes}',
  'gallery.across': '横轴 {symbol} {min} … {max}',
  'gallery.up': '纵轴 {symbol} {min} … {max}',
  'gallery.failed': '无法计算各图：{message}',
  'gallery.pictureFailed': '无法生成图片：{message}',
  'gallery.everyModel': '全部模型：{measure}',
  'gallery.overParameter': '{model}，{parameter} 取不同值：{measure}',
  'gallery.otherModels': '其余模型取默认参数',
  'gallery.turned': '{parameter} 的值见各图上方',
};
