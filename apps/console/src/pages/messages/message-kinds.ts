/** What kind of message it is, as documents say it, and how pressing. */
export const messageKinds: Readonly<
  Record<string, { name: string; colour: 'red' | 'yellow' | 'blue' | 'grey' | 'green' }>
> = {
  'deadline-started': { name: '待办', colour: 'blue' },
  reminder: { name: '临期提醒', colour: 'yellow' },
  overdue: { name: '逾期催办', colour: 'red' },
  order: { name: '责成', colour: 'red' },
  warning: { name: '预警', colour: 'yellow' },
  repair: { name: '待办修复', colour: 'yellow' },
  feedback: { name: '反馈', colour: 'green' },
  copy: { name: '抄送', colour: 'grey' },
  inform: { name: '告知', colour: 'grey' },
};

export const kindOf = (kind: string): (typeof messageKinds)[string] =>
  messageKinds[kind] ?? { name: '通知', colour: 'grey' };
