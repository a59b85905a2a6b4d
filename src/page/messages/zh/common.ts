import type { common as english } from '../en/common.ts';

export const common: Readonly<Record<keyof typeof english, string>> = {
  'common.close': '关闭',
  'common.cancel': '取消',
  'common.more': '更多',
  'common.onDark': '深色',
  'common.onLight': '白底，供打印',
  'common.dismiss': '关闭提示',
  'common.unknownReason': '原因不明',
  'common.betweenSentences': '',
  'common.comma': '，',
  'common.sentence': '{text}。',
  'common.semicolon': '；',
};
