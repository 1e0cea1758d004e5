import { admit, refuse, type Admission, type Refusal } from '../../base/verdict';
import { office, type Beginning, type Grant, type OpeningRow } from '../../case/operation';
import { ofOwnVillage } from '../../case/whose';
import type { CivilDate } from '../../dates/civil-date';
import type { GreenChannel, HouseholdOpening } from './household-acts';

export const village: readonly Grant[] = [
  office('village-committee', 'village'),
  office('village-party-secretary', 'village'),
];
export const township = office('party-committee', 'township');
export const county = office('revitalization-bureau', 'county');
export const department = office('department', 'county');

/** Clauses, B-1 and B-3.2: a lead begins an episode; a village reports its own households. */
export const householdOpenings = {
  report: {
    clause: 'A-2.1',
    title: '登记线索，开始监测（同一户再次发生风险的，作为新的一次监测）',
    by: [...village, township, county, department],
    own: [ofOwnVillage(({ opening }) => opening.village)],
    since: ({ opening: { previousEndedOn } }) =>
      previousEndedOn === null ? undefined : { on: previousEndedOn, what: '上一次监测终止之日' },
    judge: judgeReport,
  },
} satisfies Record<string, OpeningRow<HouseholdOpening>>;

function judgeReport({ opening, openedOn, today }: Beginning<HouseholdOpening>): Admission | Refusal {
  const { greenChannel, previousOpen } = opening;
  if (previousOpen !== null)
    return refuse('ALREADY_DONE', 'A-2.1', '该户上一次监测尚未终止，不能重复纳入；请在原监测中办理。');
  return greenChannel === null ? admit() : judgeGreenChannel(greenChannel, openedOn, today);
}

function judgeGreenChannel(
  { eventOn, ...lead }: GreenChannel,
  openedOn: CivilDate,
  today: CivilDate,
): Admission | Refusal {
  const reportedOn = lead.reportedOn ?? eventOn;
  if (eventOn !== openedOn) {
    return refuse(
      'OUT_OF_RANGE',
      'B-3.2',
      `走绿色通道的，监测自事件发生之日起：发生日期应为 ${eventOn}，收到的是 ${openedOn}；收到线索之日另填。`,
      'greenChannel.eventOn',
    );
  }
  if (reportedOn > today)
    return refuse(
      'FUTURE_DATE',
      'B-3.2',
      `收到线索之日不得晚于今天 ${today}，收到的是 ${reportedOn}。`,
      'greenChannel.reportedOn',
    );
  if (reportedOn < eventOn)
    return refuse(
      'OUT_OF_RANGE',
      'B-3.2',
      `收到线索之日不得早于事件发生之日 ${eventOn}，收到的是 ${reportedOn}。`,
      'greenChannel.reportedOn',
    );
  return admit();
}
