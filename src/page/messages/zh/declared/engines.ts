/** What engines say of themselves. */
export const engines: Readonly<Record<string, string>> = {
  'gpu.unknownAdapter': 'GPU',
  'gpu.notCompensated': '求和未作补偿',
  'gpu.noWebGpu': '此浏览器没有 WebGPU；新版 Chrome、Edge、Firefox 或 Safari 都有。',
  'gpu.noAdapter': 'WebGPU 在这台机器上找不到可用的GPU。',
  'engine.remark.float32': 'float32（{adapter}）',
  'gpu.noDevice': 'GPU无法打开：{reason}。',
  'gpu.noAnswer': 'GPU 在 {seconds} 秒内没有响应。',
  'gpu.unknownReason': '原因不明',
};
