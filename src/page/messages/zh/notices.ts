import type { notices as later } from '../en/later/notices.ts';
import type { notices as initial } from '../en/notices.ts';

export const notices: Readonly<Record<keyof typeof initial | keyof typeof later, string>> = {
  'notices.ignored': '链接中有 {count, number} 处未被采用',
  'notices.failed': '计算或绘制失败：{reason}',
  'notices.notLoaded':
    '页面的一部分未能加载：没有网络，或 Ganfield 已更新。请重试或重新加载页面；地址中保留着当前实验。',
  'notices.linkCopied': '链接已复制，打开即是当前实验。',
  'notices.frameCopied': 'HTML 已复制，可在网页中嵌入当前实验。',
  'notices.citationCopied': 'BibTeX 条目已复制，含版本号与当前实验的链接。',
  'notices.copyRefused': '浏览器不允许本页复制，请手动复制：{text}',
  'notices.opened': '已打开 {file} 中的实验。',
  'notices.openedOne': '已打开 {file} 中的实验；同时拖入的另外 {others, number} 个文件未打开。',
  'notices.dropHere': '松开鼠标，打开文件中的实验',
  'notices.notOpened': '无法打开 {file}：{reason}。',
  'notices.lostForGood': 'GPU 反复丢失；重新加载页面可再次尝试。',
  'notices.lost': 'GPU 丢失，正在重新打开。',
  'notices.failedOnGpu': 'GPU 出错（{reason}），已重新打开。',
  'notices.gpuFailedForGood': 'GPU 反复出错（{reason}）；重新加载页面可再次尝试。',
  'notices.recovered': 'GPU 曾丢失，现已重新打开。',
  'notices.noWorker': '负责计算的 Worker 无法加载；请重新加载页面',
  'notices.inGanfield': '在 Ganfield 中打开：{model}',
};
