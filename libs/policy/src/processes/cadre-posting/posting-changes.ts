import { chineseDate, isBefore } from '../../dates/civil-date';
import { countyOf, kindOf, levelOf } from '../../base/office';
import { newcomerCaseId } from './posting-consequences';
import { recallPaths } from './posting-acts';
import { senderStationingOffice, type PostingAct } from './posting-facts';
import { selectionCheck } from './selection-check';
import { admit, refuse, type Verdict } from '../../base/verdict';

/** Clauses C-2.1 and C-3.7: who recalls, and on what ground. */
export function judgeRecall(posting: PostingAct<'recall'>): Verdict {
  const { facts, act } = posting;
  if (facts.recall !== null)
    return admit({ keep: false, told: `已于${chineseDate(facts.recall.on)}召回，本次登记作为补充记录` });
  return (
    refuseRecaller(posting) ??
    refuseGround(posting) ??
    admit({
      told: `派出单位应在召回之日（${chineseDate(act.occurredOn)}）后${facts.settings.replacementDays}日内完成补派`,
    })
  );
}

function refuseRecaller({ facts, act }: PostingAct<'recall'>): Verdict | undefined {
  const { office } = act.by;
  if (office === 'system') return undefined;
  const isSender = kindOf(office) === 'stationing-office' && office === senderStationingOffice(facts.opening);
  const isUnit = office === facts.opening.unit;
  switch (act.body.path) {
    case 'selection':
      return isSender ? undefined : refuse('NOT_ALLOWED', 'C-2.1', '不符合选派要求的，由选派同级的驻村办召回');
    case 'absence':
    case 'handling':
      return isUnit
        ? undefined
        : refuse('NOT_ALLOWED', 'C-3.7', `因${recallPaths[act.body.path]}召回的，由派出单位办理`);
    case 'other':
      return isUnit || isSender ? undefined : refuse('NOT_ALLOWED', 'C-2.1', '召回由派出单位或选派同级的驻村办办理');
  }
}

function refuseGround({ facts, act }: PostingAct<'recall'>): Verdict | undefined {
  const { absence, recallDecidedOn, settings } = facts;
  if (act.body.path === 'handling' && (recallDecidedOn === null || isBefore(act.occurredOn, recallDecidedOn))) {
    return refuse('CONDITIONS_NOT_MET', 'C-3.7', `截至${chineseDate(act.occurredOn)}没有决定召回的组织处理`, 'path');
  }
  if (act.body.path !== 'absence') return undefined;
  const duties = absence.recalls.filter(({ cancelledOn }) => cancelledOn === undefined);
  const days = duties.flatMap(({ readyOn }) => (readyOn === null ? [] : [readyOn])).sort();
  if (duties.length === 0) {
    return refuse(
      'CONDITIONS_NOT_MET',
      'C-3.7',
      `因无故脱岗召回须满${settings.absencesForRecall}次，现有${absence.counted.length}次`,
      'path',
    );
  }
  const [first] = days;
  if (first === undefined)
    return refuse('CONDITIONS_NOT_MET', 'C-3.7', '此前的提醒尚未登记或尚未送达，召回须待提醒送达之后', 'path');
  if (isBefore(act.occurredOn, first))
    return refuse(
      'TOO_EARLY',
      'C-3.7',
      `召回应不早于${chineseDate(first)}，填报为${chineseDate(act.occurredOn)}`,
      'occurredOn',
    );
  return undefined;
}

/** Clause C-2.1: a candidate for the vacant post; who fails the check is recorded and does not stop the clock. */
export function judgeCandidate({ file, facts, act }: PostingAct<'candidate'>): Verdict {
  const { recall, newcomer, opening, settings } = facts;
  const { body, occurredOn } = act;
  if (recall === null) return refuse('WRONG_STAGE', 'C-2.1', '该岗位尚未因召回空缺，不需补派');
  if (isBefore(occurredOn, recall.on))
    return refuse(
      'CONDITIONS_NOT_MET',
      'C-2.1',
      `补派不得早于召回之日（${chineseDate(recall.on)}），填报为${chineseDate(occurredOn)}`,
      'occurredOn',
    );
  if (newcomer !== null)
    return admit({ keep: false, told: `已于${chineseDate(newcomer.on)}补派，本次登记作为补充记录` });
  if (body.cadreId === opening.cadreId)
    return refuse('CONDITIONS_NOT_MET', 'C-2.1', '补派人选不得为被召回的干部', 'cadreId');
  const result = selectionCheck(
    { ...body, role: body.role ?? opening.role, senderLevel: opening.senderLevel },
    occurredOn,
    settings,
  );
  const findings = {
    failures: result.failures.map((finding) => ({ ...finding })),
    flags: result.flags.map((finding) => ({ ...finding })),
  };
  if (!result.passed)
    return admit({ keep: false, told: '人选审核未通过，补派时限继续计算', answer: { passed: false, ...findings } });
  const posting = newcomerCaseId({ ...facts, newcomer: { on: occurredOn, body } });
  return admit({
    told: `人选审核通过，自${chineseDate(occurredOn)}任职；请办理压茬交接`,
    answer: { passed: true, ...findings, posting, replaces: file.caseId },
  });
}

/** Clause C-2.1: 压茬交接 needs somebody to hand over to. */
export function judgeHandover({ facts, act }: PostingAct<'handover'>): Verdict {
  const { newcomer } = facts;
  if (newcomer === null) return refuse('WRONG_STAGE', 'C-2.1', '应先有审核通过的补派人员，再办理压茬交接');
  if (isBefore(act.occurredOn, newcomer.on)) {
    return refuse(
      'CONDITIONS_NOT_MET',
      'C-2.1',
      `交接不得早于补派人员任职之日（${chineseDate(newcomer.on)}），填报为${chineseDate(act.occurredOn)}`,
      'occurredOn',
    );
  }
  return admit();
}

/** Rules part 4 [D]: a move to another village of the county; both ladders run on. */
export function judgeMove({ facts, act }: PostingAct<'move'>): Verdict {
  const { village } = act.body;
  if (levelOf(village) !== 'village') return refuse('INVALID_INPUT', 'C-2.1', '应为 12 位村级行政区划代码', 'village');
  if (countyOf(village) !== facts.county)
    return refuse(
      'OUT_OF_RANGE',
      'C-2.1',
      `只能调整到本县（${facts.county}）的村；跨县的应结束本任职后重新选派`,
      'village',
    );
  if (village === facts.village) return admit({ keep: false, told: '该干部已在该村' });
  return admit();
}

/** Clause C-2.1: a vacant post is filled and handed over; it ends otherwise only when the post itself is given up. */
export function judgeEnd({ facts, act }: PostingAct<'end'>): Verdict {
  const { recall } = facts;
  if (recall !== null && act.body.reason !== 'post-cancelled')
    return refuse(
      'WRONG_STAGE',
      'C-2.1',
      `已于${chineseDate(recall.on)}召回，应完成补派和压茬交接；撤销岗位的除外`,
      'reason',
    );
  if (recall !== null && isBefore(act.occurredOn, recall.on))
    return refuse('CONDITIONS_NOT_MET', 'C-2.1', `撤销岗位不得早于召回之日（${chineseDate(recall.on)}）`, 'occurredOn');
  return admit();
}
