/** The switch, in the language that it leads to. */
export const language = {
  other: '中文',
  switchTo: '切换到中文',
};
