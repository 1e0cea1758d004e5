const shanghaiOffset = 8 * 3_600_000;

/** Hours in which offices may be disturbed, in Shanghai: from 08:00, before 20:00. */
export interface Hours {
  from: string;
  to: string;
}

export const defaultHours: Hours = { from: '08:00', to: '20:00' };

export function isWithinHours(at: Date, { from, to }: Hours): boolean {
  const time = new Date(at.getTime() + shanghaiOffset).toISOString().slice(11, 16);
  return from <= time && time < to;
}
