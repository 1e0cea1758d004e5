import { grouped } from '../base/grouped';
import { departmentOf } from '../base/departments';
import { isWithin, levelOf, territoryOf, type Territory } from '../base/office';
import { refuse, type Refusal } from '../base/verdict';
import type { Settings } from '../settings/policy-set';
import { choice, code, count, maybe, month, text } from './register-fields';
import { idsOf, numberOf, ofKind, textOf, yearly } from './register-rules';
import type { HandRegister, RegisterEntry, RegisterFinding, RegisterView } from './register-rules';
import { simple } from './simple-register';
import {
  periodOverBefore,
  villagePartFields,
  villagePartIds,
  villageParts,
  wordsOfSpan,
  type VillagePart,
  type VillagePartId,
} from './village-parts';

/** what a township says of each of its villages every month, and what a county ranks. Whoever is left out is named by the duty each of them fulfils. */
export const villageRegisters = {
  'village-sheet': {
    title: '乡镇每月村情表',
    clause: 'A-2.8',
    levels: ['village'],
    keptBy: ['party-committee'],
    keptAt: ['township'],
    fields: { month: month('月份'), ...villagePartFields, note: maybe(text('备注')) },
    judge: (entry, view) => refuseSecond(entry, view),
    findings: (view) =>
      [...grouped(ofKind(view, 'village-sheet'), ({ territory }) => territory)].flatMap(villageFindings(view)),
    totals: (entries, of) => [yearly(entries, of, '乡镇每月村情表', '份', (own) => own.length)],
  },
  'village-ledger': {
    ...simple(
      '村级政策落实台账',
      'A-4.1',
      ['village'],
      ['party-committee', 'village-committee', 'village-party-secretary'],
      {
        policy: text('政策'),
        state: choice('落实情况', { done: '已落实', doing: '正在落实', blocked: '存在困难' }),
        difficulty: maybe(text('困难和问题')),
      },
    ),
    keptAt: ['township', 'village'],
  },
  'office-ranking': {
    ...simple('部门、乡镇评比排队', 'A-4.1', ['county'], ['party-committee', 'leading-group-office'], {
      month: month('评比截至月份'),
      subject: code('部门或乡镇的编号'),
      rank: count('名次'),
      basis: text('评比依据'),
    }),
    keptAt: ['county'],
    judge: (entry) => refuseSubject(entry) ?? refuseRank(entry),
  },
} satisfies Record<string, HandRegister>;

/** One sheet for a village and month; what has changed is a correction. */
function refuseSecond(entry: RegisterEntry, { entries }: RegisterView): Refusal | undefined {
  const said = entries.some(
    (one) =>
      one.kind === entry.kind &&
      one.id !== entry.id &&
      one.territory === entry.territory &&
      textOf(one, 'month') === textOf(entry, 'month'),
  );
  const words = `〔${entry.territory}〕${textOf(entry, 'month')}的村情表已登记，有变化的请更正，每村每月只登记一份。`;
  return said ? refuse('ALREADY_DONE', 'A-2.8', words, 'month') : undefined;
}

/** Ranked are the county's own townships and departments. */
function refuseSubject(entry: RegisterEntry): Refusal | undefined {
  const subject = textOf(entry, 'subject');
  const isTownship = levelOf(subject) === 'township' && isWithin(subject, entry.territory);
  const isDepartment = departmentOf(subject) !== undefined && territoryOf(subject) === entry.territory;
  const words = `评比对象应为本县的乡镇（行政区划代码）或部门（单位编号），收到的是${subject}。`;
  return isTownship || isDepartment ? undefined : refuse('UNKNOWN_SUBJECT', 'A-4.1', words, 'subject');
}

/** Whoever is ranked has a place. */
const refuseRank = (entry: RegisterEntry): Refusal | undefined =>
  numberOf(entry, 'rank') > 0 ? undefined : refuse('OUT_OF_RANGE', 'A-4.1', '名次应为1以上的整数，收到的是0。', 'rank');

/** What a village's sheets show: a part stands as it was last said until it is said anew. */
const villageFindings =
  (view: RegisterView) =>
  ([village, sheets]: [Territory, RegisterEntry[]]): RegisterFinding[] => {
    const inOrder = [...sheets].sort((one, other) => (textOf(one, 'month') < textOf(other, 'month') ? -1 : 1));
    return villagePartIds.flatMap((id) => {
      const last = inOrder.findLast(({ body }) => body[id] !== undefined);
      const found = last === undefined ? undefined : faultWords(id, last);
      const unsaid = unsaidWords(id, inOrder, view);
      return [found, unsaid].flatMap((words) =>
        words === undefined
          ? []
          : [{ clause: villageParts[id].clause, text: `〔${village}〕${words}`, entries: idsOf(inOrder.slice(-1)) }],
      );
    });
  };

function faultWords(id: VillagePartId, { body }: RegisterEntry): string | undefined {
  const { name, fault }: VillagePart = villageParts[id];
  const said = body[id];
  switch (fault) {
    case 'is-not-so':
      return said === false ? `“${name}”：否` : undefined;
    case 'are-some':
      return Number(said) > 0 ? `${name}${said}，应为0` : undefined;
    case 'are-none':
      return Number(said) === 0 ? `${name}为0` : undefined;
  }
}

/** Not said in the last period that is over, although the village had a sheet by then. */
function unsaidWords(id: VillagePartId, sheets: readonly RegisterEntry[], view: RegisterView): string | undefined {
  const over = periodOverBefore(view.today, partPeriod(id, view.settings));
  const [from, to] = [over.from.slice(0, 7), over.to.slice(0, 7)];
  const months = sheets.map((sheet) => textOf(sheet, 'month'));
  if (!months.some((one) => one <= to)) return undefined;
  const isSaid = sheets.some(
    (sheet) => sheet.body[id] !== undefined && from <= textOf(sheet, 'month') && textOf(sheet, 'month') <= to,
  );
  return isSaid ? undefined : `${wordsOfSpan(over)}未填“${villageParts[id].name}”`;
}

const partPeriod = (id: VillagePartId, { villageCheckCadence }: Settings): VillagePart['period'] =>
  villageCheckCadence === 'month' ? 'month' : villageParts[id].period;
