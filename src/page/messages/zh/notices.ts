import type { Words } from '../words.ts';
import { refusal } from './refusal.ts';

export const notices: Words['notices'] = {
  ignored: (what) => `链接中有内容未被采用：${what.map(refusal).join('；')}。`,
  failed: (reason) => `计算或绘制失败：${reason}`,
  linkCopied: '链接已复制，打开即是当前实验。',
  frameCopied: 'HTML 已复制，可在网页中嵌入当前实验。',
  copyRefused: (text) => `浏览器不允许本页复制，请手动复制：${text}`,
  opened: (file) => `已打开 ${file} 中的实验。`,
  notOpened: (file, reason) => `无法打开 ${file}：${reason}。`,
  lostForGood: '图形设备反复丢失；重新加载页面可再次尝试。',
  lost: '图形设备丢失，正在重新打开。',
  recovered: '图形设备曾丢失，现已重新打开。',
  noWebGpu: 'WebGPU 因未知原因失败。',
  noWorker: '负责计算的 Worker 无法加载；请重新加载页面',
  undone: (change) => `已撤销：${change}`,
  redone: (change) => `已重做：${change}`,
  choices: (count) => `${count} 项选择`,
  slice: '切片',
  inGanfield: (model) => `在 Ganfield 中打开${/^[A-Z]/.test(model) ? ' ' : ''}${model}`,
  refusal,
};
