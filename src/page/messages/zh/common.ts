import type { Words } from '../words.ts';

export const common: Words['common'] = {
  close: '关闭',
  cancel: '取消',
  more: '更多',
  onDark: '深色',
  onLight: '白底，供打印',
  dismiss: '关闭提示',
  unknownReason: '原因不明',
  betweenSentences: '',
  comma: '，',
  semicolon: '；',
  period: '。',
};
