import type { Words } from '../words.ts';

export const common: Words['common'] = {
  close: '关闭',
  cancel: '取消',
  dismiss: '关闭提示',
  unknownReason: '原因不明',
  betweenSentences: '',
  comma: '，',
  semicolon: '；',
  period: '。',
};
