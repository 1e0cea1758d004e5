import type { KeptAct } from '@duban/policy/case/case';
import { inDateOrder } from '@duban/policy/case/act-order';
import type {
  PlanBody,
  RectifiedBody,
  RenewBody,
  ReportUpwardBody,
  ReturnedBody,
  VerifyBody,
} from '@duban/policy/processes/problem/problem-acts';

/** One step of putting a problem right, in words. */
export interface ProblemStep {
  sequence: number;
  on: string;
  by: string;
  title: string;
  detail: string;
  tone: 'plain' | 'good' | 'bad';
}

interface Words {
  date: (date: string) => string;
  person: (id: string) => string;
  office: (id: string) => string;
}

/** What offices said of a problem, in the order of dates. */
export const stepsOf = (acts: readonly KeptAct[], words: Words): ProblemStep[] =>
  inDateOrder(acts).flatMap((act) => {
    const said = saidBy(act, words);
    return said === undefined
      ? []
      : [{ sequence: act.sequence, on: act.occurredOn, by: words.office(act.by.office), ...said }];
  });

type Said = Pick<ProblemStep, 'title' | 'detail' | 'tone'>;

function saidBy({ operation, body }: KeptAct, { date, person, office }: Words): Said | undefined {
  switch (operation) {
    case 'reportUpward': {
      const { department, report } = body as ReportUpwardBody;
      return { title: `书面上报，报${office(department)}和乡镇党委`, detail: report, tone: 'plain' };
    }
    case 'plan': {
      const { measure, responsible, due } = body as PlanBody;
      return {
        title: `确定整改举措，责任人 ${person(responsible)}，${date(due)}前完成`,
        detail: measure,
        tone: 'plain',
      };
    }
    case 'rectified': {
      const { what, evidence } = body as RectifiedBody;
      return { title: '登记整改完成', detail: `${what}（佐证：${evidence}）`, tone: 'good' };
    }
    case 'verify': {
      const { passed, note } = body as VerifyBody;
      return passed
        ? { title: '核查通过，销账', detail: note, tone: 'good' }
        : { title: '核查不通过', detail: note, tone: 'bad' };
    }
    case 'renew': {
      const { due, reason } = body as RenewBody;
      return { title: `重新限期：${date(due)}`, detail: reason, tone: 'plain' };
    }
    case 'returned':
      return { title: '销账后再次出现', detail: (body as ReturnedBody).what, tone: 'bad' };
    case 'deadlineMissed':
      return { title: `整改期限（${date((body as { due: string }).due)}）已过，未完成`, detail: '', tone: 'bad' };
    case 'withdraw':
      return { title: '发现该问题的检查已更正，问题撤销', detail: '', tone: 'plain' };
    default:
      return undefined;
  }
}
