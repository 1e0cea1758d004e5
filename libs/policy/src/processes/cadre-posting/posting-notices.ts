import type { RecallDuty } from './absence-ladder';
import type { NoticeSpec } from '../../case/case';
import { addDays, chineseDate, laterOf } from '../../dates/civil-date';
import { officeId, territoryOf } from '../../base/office';
import { preCheckNotices } from './pre-check';
import { replacementDue } from './posting-deadlines';
import { misconductKinds } from './posting-acts';
import { namingNoticeKey, reminderNoticeKey } from './ladder-facts';
import { senderStationingOffice, townshipOn, type PostingFacts } from './posting-facts';

/** Clauses C-2.1 and C-3.7: orders, copies and repair items of a posting. */
export const postingNotices = (facts: PostingFacts): NoticeSpec[] => [
  ...preCheckNotices(facts.opening, facts.openedOn),
  ...selectionNotices(facts),
  ...reminderNotices(facts),
  ...facts.absence.recalls.flatMap((duty) => recallNotices(facts, duty)),
  ...handlingRecall(facts),
  ...facts.namings.map(({ matter, on }) => copyOfNaming(facts, matter, on)),
  ...interviewNotices(facts),
  ...misconductNotices(facts),
  ...replacementNotices(facts),
];

const subject = ({ opening }: PostingFacts): string => `驻村干部（编号${opening.cadreId}）`;
const notice = (facts: PostingFacts, fields: Omit<NoticeSpec, 'clause'> & Partial<NoticeSpec>): NoticeSpec => ({
  clause: 'C-3.7',
  ...fields,
  text: `${subject(facts)}${fields.text}`,
});

function selectionNotices(facts: PostingFacts): NoticeSpec[] {
  const { selection, selectionFailedOn, opening, openedOn, settings } = facts;
  if (selectionFailedOn === null) return [];
  const why = selection.failures.map(({ what }) => what).join('；');
  const text = `不符合选派要求：${why}。请由同级驻村办召回，派出单位自召回之日起${settings.replacementDays}日内完成补派。`;
  const to = senderStationingOffice(opening);
  return [
    notice(facts, {
      key: selectionFailedOn === openedOn ? 'selection-recall' : `selection-recall@${selectionFailedOn}`,
      clause: 'C-2.1',
      on: selectionFailedOn,
      to,
      kind: 'order',
      title: '责成召回：选派不符合要求',
      text,
    }),
  ];
}

const reminderNotices = (facts: PostingFacts): NoticeSpec[] =>
  facts.absence.reminders.flatMap(({ absenceOn, remindedOn }) => {
    if (remindedOn === undefined) return [];
    const text = `${chineseDate(absenceOn)}无故脱岗，乡镇党委已于${chineseDate(remindedOn)}予以提醒。再次无故脱岗的，年度考核不得评为优秀，由派出单位召回，并给予组织处理。`;
    return [
      notice(facts, {
        key: reminderNoticeKey(absenceOn),
        on: remindedOn,
        to: facts.opening.unit,
        kind: 'inform',
        title: '无故脱岗提醒',
        text,
      }),
    ];
  });

function recallNotices(facts: PostingFacts, duty: RecallDuty): NoticeSpec[] {
  const { readyOn, cancelledOn, absenceOn } = duty;
  if (cancelledOn !== undefined && (readyOn === null || cancelledOn < readyOn)) return [];
  if (readyOn === null) return [recallRepair(facts, duty)];
  const to = facts.opening.unit;
  const count = facts.settings.absencesForRecall;
  const order = `无故脱岗已满${count}次。${absenceOn.slice(0, 4)}年度考核不得评为优秀；请派出单位召回，并给予组织处理。`;
  const issued = notice(facts, {
    key: `recall-order:${absenceOn}`,
    on: readyOn,
    to,
    kind: 'order',
    title: '责成召回驻村干部',
    text: order,
  });
  if (cancelledOn === undefined) return [issued];
  const text = `此前的脱岗已补假，无故脱岗不足${count}次，召回要求不再执行。`;
  return [
    issued,
    notice(facts, {
      key: `recall-cancelled:${absenceOn}`,
      on: cancelledOn,
      to,
      kind: 'inform',
      title: '召回要求已撤销',
      text,
    }),
  ];
}

function recallRepair(facts: PostingFacts, { absenceOn, waitsFor }: RecallDuty): NoticeSpec {
  const base = {
    key: `repair:recall:${absenceOn}:${waitsFor}`,
    on: absenceOn,
    kind: 'repair',
    title: '召回待办：此前的提醒尚未送达',
  } as const;
  const count = `无故脱岗已满${facts.settings.absencesForRecall}次`;
  return waitsFor === 'reminder'
    ? notice(facts, {
        ...base,
        to: officeId('party-committee', townshipOn(facts, absenceOn)),
        text: `${count}，但此前尚未登记提醒。请先予以提醒并登记，召回要求随后发出。`,
      })
    : notice(facts, {
        ...base,
        to: officeId('stationing-office', facts.county),
        text: `${count}，但提醒未能送达派出单位的收件箱。请修复收件单位后重新送达，召回要求随后发出。`,
      });
}

function handlingRecall(facts: PostingFacts): NoticeSpec[] {
  const on = facts.recallDecidedOn;
  if (on === null) return [];
  const text = '经组织处理决定召回。请派出单位办理召回，并在规定时限内完成补派。';
  return [
    notice(facts, {
      key: `recall-order:handling:${on}`,
      on,
      to: facts.opening.unit,
      kind: 'order',
      title: '责成召回驻村干部',
      text,
    }),
  ];
}

const copyOfNaming = (facts: PostingFacts, matter: string, on: string): NoticeSpec =>
  notice(facts, {
    key: namingNoticeKey(matter),
    on,
    to: facts.opening.unit,
    kind: 'copy',
    title: '上级通报抄送',
    text: `被上级通报点名（事项${matter}），现抄送派出单位。`,
  });

const interviewNotices = (facts: PostingFacts): NoticeSpec[] =>
  facts.ranking.interviews.flatMap(({ key, orderedOn, formedOn, groundlessSince }) => {
    if (groundlessSince !== undefined) {
      const text = '约谈后其依据经更正不再成立：已进行的约谈仍计次，约谈记录保留并加注。';
      const to = officeId('organization-department', facts.county);
      return [
        notice(facts, {
          key: `annotated:${key}`,
          on: groundlessSince,
          to,
          kind: 'inform',
          title: '约谈依据已更正',
          text,
        }),
      ];
    }
    if (orderedOn !== null) return [];
    const text = '已达到约谈条件，但通报抄送件尚未送达派出单位的收件箱。请修复收件单位后重新送达，约谈随后启动。';
    const to = officeId('stationing-office', facts.county);
    return [
      notice(facts, {
        key: `repair:interview:${key}`,
        on: formedOn,
        to,
        kind: 'repair',
        title: '约谈待办：此前的通报尚未送达',
        text,
      }),
    ];
  });

const misconductNotices = (facts: PostingFacts): NoticeSpec[] =>
  facts.misconducts.flatMap(({ key, occurredOn: on, body: { kind } }) => {
    const { unit } = facts.opening;
    const text = `被反映${misconductKinds[kind]}。责成派出单位严肃处理，视情节给予组织处理或党纪政务处分。`;
    const order = notice(facts, {
      key: `misconduct:${key}`,
      on,
      to: unit,
      kind: 'order',
      title: '责成派出单位处理',
      text,
    });
    if (kind !== 'suspected-violation') return [order];
    const transfer = '驻村期间涉嫌违纪违法，按干部管理权限移交，请依纪依法处理，并对派出单位进行追责问责。';
    const to = officeId('discipline-commission', territoryOf(unit));
    return [
      order,
      notice(facts, { key: `transfer:${key}`, on, to, kind: 'order', title: '移交涉嫌违纪违法问题', text: transfer }),
    ];
  });

function replacementNotices(facts: PostingFacts): NoticeSpec[] {
  const { vacancy, newcomer, end } = facts;
  if (vacancy === null) return [];
  const due = replacementDue(facts, vacancy);
  const isSettled = [newcomer?.on, end?.on].some((day) => day !== undefined && day <= due);
  if (isSettled) return [];
  const to = officeId('organization-department', facts.county);
  const how = vacancy.because === 'recall' ? '被召回' : '任期届满';
  const text = `于${chineseDate(vacancy.since)}${how}，派出单位应于${chineseDate(due)}前完成补派，现已逾期。`;
  return [
    notice(facts, {
      key: `replacement-overdue@${due}`,
      clause: 'C-2.1',
      on: laterOf(addDays(due, 1), vacancy.on),
      to,
      kind: 'warning',
      title: '补派逾期',
      text,
    }),
  ];
}
