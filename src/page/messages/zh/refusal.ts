/** How the experiment's schema words what it refuses, and the same in Chinese. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/^unknown parameter: (.*); (.*) with (.*) has (.*)$/, '未知参数：$1；$2 与 $3 的参数有 $4'],
  [
    /^invalid slice: x and y are both (.*), expected.*$/,
    '切片无效：x 与 y 都是 $1，应为两个不同的分量',
  ],
  [
    /^invalid time: (.*), expected at least four steps of (.*); take.*$/,
    '时长无效：$1，至少应为步长 $2 的四倍；请增大时长或减小步长',
  ],
  [/^invalid link: (.*) characters, expected at most (.*)$/, '链接无效：有 $1 个字符，最多 $2 个'],
  [
    /^invalid experiment: (.*) has (.*) bytes, expected at most (.*)$/,
    '实验无效：$1 有 $2 字节，最多 $3 字节',
  ],
  [
    /^invalid experiment: (.*) carries none, expected.*$/,
    '实验无效：$1 中没有实验，应为 Ganfield 保存的图片',
  ],
  [
    /^invalid experiment: (.*) is neither JSON, PNG nor SVG, expected.*$/,
    '实验无效：$1 不是 JSON、PNG 或 SVG，应为 Ganfield 保存的文件',
  ],
  [
    /^invalid experiment: (.*) is empty, expected.*$/,
    '实验无效：$1 是空的，应为 Ganfield 保存的文件',
  ],
  [
    /^invalid experiment: (.*) (?:is|carries) damaged JSON \((.*)\), expected.*$/,
    '实验无效：$1 中的 JSON 已损坏（$2），应为 Ganfield 保存的文件',
  ],
  [
    /^invalid picture: (.*) carries compressed text that is damaged \((.*)\), expected.*$/,
    '图片无效：$1 中的压缩文本已损坏（$2），应为 Ganfield 保存的文件',
  ],
  [
    /^invalid experiment: not an object, expected.*$/,
    '实验无效：不是对象，应为 Ganfield 保存的文件',
  ],
  [
    /^invalid experiment: version (.*), expected (\d+) or older;.*$/,
    '实验无效：版本为 $1，应为 $2 或更早；它由较新的 Ganfield 生成，请更新',
  ],
  [/^invalid experiment: version (.*), expected (.*)$/, '实验无效：版本为 $1，应为 $2'],
  [/^unknown (.*?): (.*), expected (.*)$/, '未知的 $1：$2，应为 $3'],
  [/^invalid (.*?): (.*), expected (.*)$/, '$1 无效：$2，应为 $3'],
];

/** What the schema expects, where the forms leave it in English. */
const EXPECTED: readonly (readonly [RegExp, string])[] = [
  [/\bmodel\b(?=：)/, '模型'],
  [/\bmethod\b(?=：)/, '方法'],
  [
    /应为 component=min:max as in (.*), with one of (.*), min < max, both within (.*)$/,
    '应写成 $1 的形式，分量为 $2 之一，下限小于上限，都在 $3 之内',
  ],
  [/应为 component=number with (.*)$/, '应为“分量=数值”，分量为 $1'],
  [/应为 up to (.*) states$/, '应为至多 $1 个状态'],
  [/应为 four numbers (.*) within (.*)$/, '应为四个数 $1，范围 $2'],
  [/应为 two values$/, '应为两个不同的值'],
  [/应为 one of (.*)$/, '应为 $1 之一'],
  [/应为 true or false$/, '应为 true 或 false'],
  [/应为 a whole number from (.*) to (.*)$/, '应为 $1 到 $2 之间的整数'],
  [/应为 a number from (.*) to (.*)$/, '应为 $1 到 $2 之间的数'],
];

/** What the schema says to write instead. */
const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [/; write one number, without separators between thousands$/, '；请只写一个数，不用千位分隔符'],
  [/; write (\S+) or (\S+)$/, '；请写 $1 或 $2'],
  [/; write (\S+)$/, '；请写 $1'],
];

/** A message of the schema in Chinese; one that it words otherwise stays as it is. */
export function refusal(message: string): string {
  // Of the other experiment in a link.
  if (message.startsWith('with: ')) return `with：${refusal(message.slice('with: '.length))}`;
  const remedy = REMEDIES.find(([pattern]) => pattern.test(message));
  if (remedy) {
    const head = message.replace(remedy[0], '');
    return refusal(head) + message.slice(head.length).replace(...remedy);
  }
  const form = FORMS.find(([pattern]) => pattern.test(message));
  if (!form) return message;
  return EXPECTED.reduce(
    (text, [pattern, chinese]) => text.replace(pattern, chinese),
    message.replace(...form),
  );
}
