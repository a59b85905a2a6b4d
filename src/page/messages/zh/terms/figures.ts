/** What stands in figures and of engines. */
export const figures: Readonly<Record<string, string>> = {
  Map: '初值图',
  Flow: '粒子流',
  never: '从未',
  'darker: later,': '越暗：越晚，',
  'paler: later,': '越淡：越晚，',
  'or larger |θ|': '或 |θ| 越大',
  'one dimension': '一维',
  'processor, float64': '处理器，float64',
  'sums not compensated': '求和未作补偿',
  'graphics adapter': '图形设备',
  'This browser has no WebGPU; a current Chrome, Edge, Firefox or Safari has.':
    '此浏览器没有 WebGPU；新版 Chrome、Edge、Firefox 或 Safari 都有。',
  'WebGPU found no graphics adapter it can use on this machine.':
    'WebGPU 在这台机器上找不到可用的图形设备。',
};
