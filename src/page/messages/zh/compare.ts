import type { compare as initial } from '../en/compare.ts';
import type { compare as later } from '../en/later/compare.ts';

export const compare: Readonly<Record<keyof typeof initial | keyof typeof later, string>> = {
  'compare.title': '对比',
  'compare.doc': '把当前实验固定为 B，并显示与它的差异',
  'compare.end': '结束对比',
  'compare.save': '保存对比图',
  'compare.pictureFailed': '无法生成图片：{message}',
  'compare.edits': '正在编辑：',
  'compare.mapOf': '初值图',
  'compare.flowOf': '粒子流',
  'compare.difference': '差异',
  'compare.aLessB': 'A − B',
  'compare.striped': '条纹处两者不同',
  'compare.key': '颜色与数值',
  'compare.shared': 'A 与 B 共用一个色标',
  'compare.starts': '初值',
  'compare.differing': '{share} 的初值结果不同',
  'compare.rarer': '以及另外 {count, number} 种较少见的组合',
  'compare.faint': '淡色：标签相同',
  'compare.less': '图的 {share} 上 A < B',
  'compare.more': '{share} 上 A > B',
  'compare.alike': 'A 与 B 目前相同：请在面板中更改设置。',
  'compare.equal': 'A 与 B 在每个初值的值都相同。',
  'compare.same': '两者均为 {label}',
  'compare.none': '无数值',
  'compare.progress': '第二张初值图的计算进度',
};
