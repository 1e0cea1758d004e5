import { savePolicyVersion } from '@duban/persistence/policy-versions';
import { addDays, civilDateOf } from '@duban/policy/dates/civil-date';
import { basePolicy } from '@duban/policy/settings/policy-set';
import { nextHouseholds, report } from './households';
import { workOff } from './rates';
import type { Stage } from './stage';
import { seconds, type Row } from './table';

const goal = 0.7;

interface Wait {
  half: number;
  all: number;
}

/**
 * From the due instant to the recorded reminder, in real time: a policy version sets the time of reminders to a minute soon to come,
 * and the cases are opened so that each has a reminder on that day; the yardstick's timers are set to another such minute.
 */
export async function measureReminders(stage: Stage, count: number): Promise<Row[]> {
  const ours = await oursOf(stage, count);
  const bare = await bareOf(stage, count);
  const ratio = ours.all / bare.all;
  return [
    {
      what: `同一秒到期的 ${count} 条提醒全部记录`,
      ours: seconds(ours.all),
      bare: seconds(bare.all),
      ratio,
      goal: `≤ ${goal}`,
      isReached: ratio <= goal,
    },
    { what: '  其中一半已记录', ours: seconds(ours.half), bare: seconds(bare.half), ratio: ours.half / bare.half },
  ];
}

async function oursOf({ offices, dataSource }: Stage, count: number): Promise<Wait> {
  const due = minuteAfter(count);
  const changes = { rungTime: chineseTime(due) };
  await savePolicyVersion(dataSource, {
    set: basePolicy.set,
    version: basePolicy.version + 1,
    changes,
    title: 'bench',
    savedBy: 'bench',
    savedAt: nowIso(),
  });
  // 15 days from here are over tomorrow, and the day before is a day of reminding.
  const occurredOn = addDays(civilDateOf(new Date(due).toISOString()), -14);
  await workOff(nextHouseholds(count), 10, (household) => report(offices, household, { occurredOn }));
  const at = new Date(due).toISOString();
  return untilRecorded(due, count, () =>
    counted(dataSource.query(`SELECT count(*) AS n FROM entries WHERE at >= $1 AND name = 'rung-fired'`, [at])),
  );
}

async function bareOf({ bare, dataSource }: Stage, count: number): Promise<Wait> {
  const due = minuteAfter(count);
  const ids = Array.from({ length: count }, (_, index) => `due-${index}`);
  await workOff(ids, 10, (id) => bare.start(id, due, false));
  return untilRecorded(due, count, () => counted(dataSource.query('SELECT count(*) AS n FROM bare_reminders')));
}

/** A full minute that leaves time to prepare so many at 12 a second. */
const minuteAfter = (count: number): number => Math.ceil((Date.now() + 15_000 + count * 83) / 60_000) * 60_000;

const chineseTime = (instant: number): string => new Date(instant + 8 * 3_600_000).toISOString().slice(11, 16);

const nowIso = (): string => new Date().toISOString();

const counted = async (rows: Promise<unknown>): Promise<number> =>
  (await (rows as Promise<{ n: number }[]>))[0]?.n ?? 0;

async function untilRecorded(due: number, count: number, recorded: () => Promise<number>): Promise<Wait> {
  if (Date.now() > due) throw new Error('这台机器太慢：到期之前没有准备好全部案件。');
  await new Promise((resolve) => setTimeout(resolve, due - Date.now()));
  let half: number | undefined;
  for (;;) {
    const n = await recorded();
    const wait = Date.now() - due;
    if (n >= count / 2) half ??= wait;
    if (n >= count) return { half: half ?? wait, all: wait };
    if (wait > 600_000) throw new Error(`到期 10 分钟后只记录了 ${n}/${count} 条提醒。`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
