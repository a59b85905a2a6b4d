/** What engines say of themselves. */
export const engines = {
  'engine.remark.float32': 'float32（{adapter}）',
};
