/** What is said of a training: its days, its hours, or both of the same time. */
export interface SaidTime {
  amount?: number | undefined;
  hours?: number | undefined;
}

/** What one record or several say of a time, in hundredths of an hour, so that nothing is rounded: read as days, and read as hours. */
export interface CountedTime {
  asDays: number;
  asHours: number;
}

/** OBLIGATIONS D7: who says only days has said the hours of those days, and the other way round; who says both has said the same time twice. */
export function timeOf({ amount, hours }: SaidTime, hoursPerDay: number): CountedTime {
  const days = amount === undefined ? undefined : Math.round(amount * 10) * tenthOfDay(hoursPerDay);
  const said = hours === undefined ? undefined : Math.round(hours * 10) * 10;
  return { asDays: days ?? said ?? 0, asHours: said ?? days ?? 0 };
}

/** Several times of one person. */
export const sumOf = (times: readonly CountedTime[]): CountedTime =>
  times.reduce((sum, { asDays, asHours }) => ({ asDays: sum.asDays + asDays, asHours: sum.asHours + asHours }), {
    asDays: 0,
    asHours: 0,
  });

/** 12 days or 90 hours: either sum will do. */
export const reaches = ({ asDays, asHours }: CountedTime, days: number, hoursPerDay: number): boolean =>
  Math.max(asDays, asHours) >= days * 10 * tenthOfDay(hoursPerDay);

/** In days with two decimals, cut off: what falls short never looks like reached. */
export const inDays = ({ asDays, asHours }: CountedTime, hoursPerDay: number): number =>
  Math.floor((Math.max(asDays, asHours) * 10) / tenthOfDay(hoursPerDay)) / 100;

/** Days and hours are said to a tenth. */
export const isInTenths = (said: number): boolean => Math.abs(said * 10 - Math.round(said * 10)) < 1e-9;

const tenthOfDay = (hoursPerDay: number): number => Math.round(hoursPerDay * 10);
