import type { Operation, OperationGroup } from '@duban/contracts/operation';
import type { CaseFile } from '@duban/policy/case/case';
import type { ProcessRules } from '@duban/policy/case/process';
import { rulesOf } from '@duban/policy/manifest/processes';
import { addDays, type CivilDate } from '@duban/policy/dates/civil-date';
import { kindOf, type OfficeId } from '@duban/policy/base/office';
import type { Verdict } from '@duban/policy/base/verdict';
import fc from 'fast-check';
import { bodyOf, textsOf } from './bodies';
import { officesAround } from './offices';

export const rulesFor = (group: OperationGroup): ProcessRules => rulesOf(group.process);

/** Everything that can be asked of a case: by whom, what, of which day, with which body. */
export interface Question {
  office: OfficeId;
  person: string;
  name: string;
  operation: Operation;
  on: CivilDate;
  body: unknown;
}

/** Offices that the table grants it, and now and then any other. */
const whoAsks = (file: CaseFile, { by }: Operation): fc.Arbitrary<OfficeId> => {
  const village = `${file.caseId.split(':')[1] ?? ''}${'140423100204'.slice((file.caseId.split(':')[1] ?? '').length)}`;
  const units = ['dispatching-unit:1404:U07', 'dispatching-unit:1404:U0', 'dispatching-unit:1404:U1'];
  const around = officesAround(village, units).map(({ office }) => office);
  const granted = around.filter((office) => by.some(({ kind }) => kind === kindOf(office)));
  const own = file.acts.flatMap(({ by: { office } }) => (office === 'system' ? [] : [office]));
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...granted, ...own) },
    { weight: 1, arbitrary: fc.constantFrom(...around) },
  );
};

export const questions = (group: OperationGroup, file: CaseFile, today: CivilDate): fc.Arbitrary<Question> => {
  const texts = textsOf(file, today);
  const days = [
    ...new Set([
      ...file.acts.map(({ occurredOn }) => occurredOn),
      file.openedOn,
      today,
      addDays(today, -1),
      addDays(today, -40),
    ]),
  ];
  return fc.constantFrom(...Object.entries(group.operations)).chain(([name, operation]) =>
    fc
      .record({
        office: whoAsks(file, operation),
        person: fc.constantFrom('P1', 'C1', ...file.acts.flatMap(({ by }) => by.person ?? [])),
        on: fc.oneof(
          fc.constantFrom(...days),
          fc.integer({ min: -60, max: 0 }).map((back) => addDays(today, back)),
        ),
        body: bodyOf(operation.body, texts),
      })
      .map((asked) => ({ ...asked, name, operation })),
  );
};

export const judged = (
  rules: Pick<ProcessRules, 'judge'>,
  file: CaseFile,
  today: CivilDate,
  { office, person, name, on, body }: Question,
): Verdict => rules.judge(file, { key: 'walk', operation: name, occurredOn: on, by: { office, person }, body }, today);

const appended = (file: CaseFile, { office, person, name, on, body }: Question, today: CivilDate): CaseFile => ({
  ...file,
  acts: [
    ...file.acts,
    {
      key: `walk-${file.acts.length}`,
      operation: name,
      occurredOn: on,
      by: { office, person },
      body,
      sequence: file.acts.length + 2,
      recordedAt: `${today}T01:00:00.000Z`,
    },
  ],
});

/** A tale without its end, some weeks later, with whatever the rules admit of what is said to it. */
export const randomFiles = (
  group: OperationGroup,
  whole: CaseFile,
): fc.Arbitrary<{ file: CaseFile; today: CivilDate }> =>
  fc
    .record({ length: fc.integer({ min: 0, max: whole.acts.length }), later: fc.integer({ min: 0, max: 90 }) })
    .chain(({ length, later }) => {
      const acts = whole.acts.slice(0, length);
      const file = { ...whole, acts };
      const today = addDays(
        acts.map(({ occurredOn }) => occurredOn).reduce((a, b) => (a > b ? a : b), whole.openedOn),
        later,
      );
      return fc.array(questions(group, file, today), { maxLength: 6 }).map((asked) => ({
        today,
        file: asked.reduce<CaseFile>((so, question) => {
          const verdict = judged(rulesFor(group), so, today, question);
          return verdict.admitted && verdict.keep ? appended(so, question, today) : so;
        }, file),
      }));
    });
