import type { boundary as later } from '../en/later/boundary.ts';

export const boundary: Readonly<Record<keyof typeof later, string>> = {
  'boundary.dimension':
    '视野内的边界（{of}）：盒维数 {value} ± {error}，盒子边长为 1 至 {most} 个初值，图每边 {side} 个初值。光滑曲线的维数为 1。',
  'boundary.none': '视野内没有边界（{of}），因此没有维数。',
  'boundary.tooCoarse': '计算边界的盒维数需要每边至少 {least} 个初值，这张图只有 {side} 个。',
  'boundary.notYet': '图尚未算出。',
};
