/** What engines say of themselves. */
export const engines: Readonly<Record<string, string>> = {
  'gpu.unknownAdapter': '图形设备',
  'gpu.notCompensated': '求和未作补偿',
  'gpu.noWebGpu': '此浏览器没有 WebGPU；新版 Chrome、Edge、Firefox 或 Safari 都有。',
  'gpu.noAdapter': 'WebGPU 在这台机器上找不到可用的图形设备。',
  'engine.remark.float32': 'float32（{adapter}）',
  'gpu.noDevice': '图形设备无法打开：{reason}。',
  'gpu.unknownReason': '原因不明',
};
