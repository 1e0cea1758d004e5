import type { OperationGroup } from '@duban/contracts/operation';
import { groupOf } from '@duban/contracts/operation-groups';
import { withoutTexts } from '@duban/policy/case/ledger-texts';
import type { CaseFile, KeptAct } from '@duban/policy/case/case';
import fc from 'fast-check';
import { judged, questions, randomFiles, rulesFor } from './random-files';
import { tales } from './tales';

type Carry = (act: KeptAct) => KeptAct;

/** A file as it would be if its case carried everything, and as it does. */
const slimmed = (file: CaseFile, carry: Carry): CaseFile => ({ ...file, acts: file.acts.map(carry) });

/** Whatever is asked of a case: the answer is the same with and without the texts that stay in the ledger. */
function hold(group: OperationGroup, whole: CaseFile, carry: Carry): void {
  const rules = rulesFor(group);
  const situations = randomFiles(group, whole).chain(({ file, today }) =>
    fc.array(questions(group, file, today), { minLength: 6, maxLength: 6 }).map((asked) => ({ file, today, asked })),
  );
  const same = fc.property(situations, ({ file, today, asked }) => {
    const slim = slimmed(file, carry);
    expect(rules.view(slim)).toEqual(rules.view(file));
    expect(rules.scope(slim)).toEqual(rules.scope(file));
    for (const question of asked) {
      const { office, person, name } = question;
      expect(rules.offer(slim, name, { by: { office, person }, today })).toEqual(
        rules.offer(file, name, { by: { office, person }, today }),
      );
      expect(judged(rules, slim, today, question)).toEqual(judged(rules, file, today, question));
    }
  });
  fc.assert(same, { numRuns: 60 });
}

const ofTales = tales.map(([resource, file]) => [resource, groupOf(resource) as OperationGroup, file] as const);

describe('what a case leaves to the ledger decides nothing', () => {
  it.each(ofTales)('%s', (_, group, whole) => hold(group, whole, (act) => rulesFor(group).carried(act)));

  it('a text that a rule reads would be found out', () => {
    const [, group, whole] = ofTales.find(([resource]) => resource === 'area-interviews') as (typeof ofTales)[number];
    const careless: Carry = (act) => ({ ...act, body: withoutTexts(act.body, ['minutes']) });
    expect(() => hold(group, whole, careless)).toThrow();
  });

  it('texts are left out of each member of a list, and nothing else is touched', () => {
    const body = { records: [{ duty: 'visit', note: '一', evidence: '二' }, { duty: 'study' }], at: 1 };
    expect(withoutTexts(body, ['records.note', 'records.evidence', 'reason', 'at.what'])).toEqual({
      records: [{ duty: 'visit' }, { duty: 'study' }],
      at: 1,
    });
    expect(withoutTexts(null, ['note'])).toBeNull();
  });
});
