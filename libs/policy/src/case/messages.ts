/** What one case says to another, and what the ledger answers: the operation, and its name in timelines. */
export const messageNames = {
  accountabilityEnded: '问责追责程序已办结',
  addGround: '增列挂牌事由',
  copyDelivered: '考核通报已补送派出单位',
  copyUndelivered: '考核通报未能送达派出单位',
  correctionsExpired: '更正期已过',
  interviewHeld: '已约谈',
  lowMonth: '当月考核排名靠后',
  monthClosed: '当月考核通报已印发',
  neutralMonth: '当月未参加考核排队',
  nextIssued: '下月考核通报已印发',
  notLowMonth: '更正：当月排名不再靠后',
  notNeutralMonth: '更正：当月已参加考核排队',
  rosterRead: '在岗花名册',
  sheetReceived: '乡镇考核打分',
  withdraw: '更正：启动程序的事由不再成立',
  withdrawGround: '更正：撤销挂牌事由',
  withdrawn: '更正：约谈的事由不再成立',
  yearEnded: '督办年度已结束',
} as const;
export type Message = keyof typeof messageNames;
