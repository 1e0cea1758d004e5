import type { CivilDate } from '@duban/policy/dates/civil-date';
import type { EliminationFindings, SecondCheckBody } from '@duban/policy/processes/household-monitoring/household-acts';
import type { TimelineEntry } from '@duban/contracts/answers/cases';
import { answerOf, bodyOf } from '../../cases/timeline';

/** One entry on the way out: signature (given or refused), second check, township check, approval. */
export interface EliminationEntry {
  sequence: number;
  on: CivilDate;
  byName: string;
  person: string | null;
  what: string;
  outcome: 'agreed' | 'refused';
  outcomeName: string;
  findings: string[];
  reasons: readonly string[];
}

/** Clauses and C-2.3: every attempt, the refused ones with their reasons. */
export const eliminationOf = (entries: readonly TimelineEntry[]): EliminationEntry[] =>
  entries
    .flatMap((entry) => eliminationEntry(entry) ?? [])
    .sort((one, other) => (one.on === other.on ? one.sequence - other.sequence : one.on < other.on ? -1 : 1));

function eliminationEntry(entry: TimelineEntry): EliminationEntry | undefined {
  if (entry.kind !== 'act') return undefined;
  const common = {
    sequence: entry.sequence,
    on: entry.occurredOn,
    byName: entry.byName,
    person: entry.by.person ?? null,
    reasons: [],
  };
  switch (entry.name) {
    case 'signElimination': {
      const answer = answerOf<{ signed: 'signed' | 'refused'; reasons: string[] }>(entry);
      const isSigned = answer?.signed !== 'refused';
      const findings = findingWords(bodyOf<EliminationFindings>(entry));
      return {
        ...common,
        what: '驻村干部签字',
        ...outcome(isSigned, '已签字同意', '达不到条件，不得签字'),
        findings,
        reasons: answer?.reasons ?? [],
      };
    }
    case 'secondCheck': {
      const { confirmed, note } = bodyOf<SecondCheckBody>(entry);
      return {
        ...common,
        what: '二次核查',
        ...outcome(confirmed, '核查属实', '风险尚未稳定消除'),
        findings: note === undefined ? [] : [note],
      };
    }
    case 'checkElimination':
      return { ...common, what: '乡镇核查', ...outcome(true, '已核查', ''), findings: noteOf(entry) };
    case 'eliminate':
      return {
        ...common,
        what: '县级审批',
        ...outcome(true, '同意消除风险', ''),
        findings: findingWords(bodyOf<EliminationFindings>(entry)),
      };
    default:
      return undefined;
  }
}

const outcome = (
  isAgreed: boolean,
  agreed: string,
  refused: string,
): Pick<EliminationEntry, 'outcome' | 'outcomeName'> =>
  isAgreed ? { outcome: 'agreed', outcomeName: agreed } : { outcome: 'refused', outcomeName: refused };

export const noteOf = (entry: TimelineEntry): string[] => {
  const { note } = bodyOf<{ note?: string }>(entry);
  return note === undefined ? [] : [note];
};

const findingWords = (found: EliminationFindings): string[] => [
  `人均收入 ${found.incomePerHeadYuan.toLocaleString('zh-CN')} 元`,
  `三保障${found.threeGuaranteesSafe ? '有保障' : '存在问题'}`,
  `饮水${found.waterSafe ? '安全' : '存在问题'}`,
  `刚性支出${found.rigidSpendingSolved ? '已解决' : '尚未解决'}`,
];
