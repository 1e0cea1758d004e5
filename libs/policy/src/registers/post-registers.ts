import type { OfficeKind } from '../base/office';
import { refuse } from '../base/verdict';
import { postFindings } from './post-findings';
import { publicitySheet } from './post-publicity';
import { attendanceRefusal, holderRefusal, payRefusal } from './post-refusals';
import { choice, code, count, date, maybe, month, text, truth, yuan } from './register-fields';
import { ofKind, sumOf, textOf, yearly, type HandRegister } from './register-rules';

const keepers: readonly OfficeKind[] = ['revitalization-bureau', 'department', 'party-committee', 'village-committee'];
const clause = 'B-2.2.3';
const all = [
  'welfare-post',
  'post-holder',
  'post-attendance',
  'post-pay',
  'post-publicity',
  'post-applicant',
  'post-department',
];

/** B-2.2.3: public-welfare posts (公益岗位): 按需设岗、以岗聘任、在岗领补、有序退岗. */
export const postRegisters = {
  'post-department': {
    title: '乡村公益岗位监管部门',
    clause,
    levels: ['county'],
    keptBy: ['leading-group-office', 'party-committee', 'revitalization-bureau'],
    fields: { department: text('监管部门') },
  },
  'welfare-post': {
    title: '乡村公益岗位',
    clause,
    levels: ['village'],
    keptBy: keepers,
    looksAt: all,
    fields: {
      post: code('岗位编号'),
      name: text('岗位名称'),
      funding: text('资金来源'),
      people: count('人员数量'),
      duties: text('工作职责'),
      hours: text('工作时间'),
      wage: yuan('月工资标准'),
      manager: text('项目管理单位（谁开发谁管理谁负责）'),
      decision: text('村委会（安置小区）研究记录'),
      purpose: maybe(text('临时岗位的任务')),
      until: maybe(date('任务完成日期')),
    },
    judge: (entry, view) =>
      ofKind(view, 'welfare-post').some((post) => textOf(post, 'post') === textOf(entry, 'post'))
        ? refuse('ALREADY_DONE', clause, `岗位编号${textOf(entry, 'post')}已登记，应使用未用过的编号。`, 'post')
        : undefined,
    findings: postFindings,
    sheet: publicitySheet,
    totals: (entries, of) => [
      { name: '岗位数', value: ofKind({ entries }, 'welfare-post').length, before: null, unit: '个' },
      yearly(ofKind({ entries }, 'post-pay'), of, '发放工资', '元', (own) => sumOf(own, 'yuan')),
    ],
  },
  'post-applicant': {
    title: '申请公益岗位的脱贫人口和监测对象',
    clause,
    levels: ['village'],
    keptBy: keepers,
    fields: { worker: code('人员编号'), priority: truth('脱贫人口或监测对象') },
  },
  'post-holder': {
    title: '公益岗位人员花名册',
    clause,
    levels: ['village'],
    keptBy: keepers,
    looksAt: all,
    fields: {
      worker: code('人员编号'),
      post: code('岗位编号'),
      priority: truth('脱贫人口或监测对象'),
      age: count('年龄'),
      fit: truth('能够胜任岗位职责'),
      contract: text('聘用协议'),
      from: date('聘用起始日期'),
      to: maybe(date('退岗日期')),
      exit: maybe(text('退岗原因')),
    },
    judge: holderRefusal,
  },
  'post-attendance': {
    title: '公益岗位考勤',
    clause,
    levels: ['village'],
    keptBy: keepers,
    looksAt: all,
    fields: { worker: code('人员编号'), post: code('岗位编号'), month: month('月份'), days: count('出勤天数') },
    judge: attendanceRefusal,
  },
  'post-pay': {
    title: '公益岗位工资发放',
    clause,
    levels: ['village'],
    keptBy: keepers,
    looksAt: all,
    fields: {
      worker: code('人员编号'),
      post: code('岗位编号'),
      month: month('月份'),
      yuan: yuan('金额'),
      sheet: text('发放表编号'),
    },
    judge: payRefusal,
  },
  'post-publicity': {
    title: '公益岗位公告公示',
    clause,
    levels: ['village'],
    keptBy: keepers,
    fields: {
      what: choice('公示内容', { recruitment: '岗位招聘', duties: '公岗职责', people: '岗位人员', pay: '工资发放' }),
      where: text('公示方式'),
    },
  },
} satisfies Record<string, HandRegister>;
