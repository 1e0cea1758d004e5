/** OBLIGATIONS D13: yuan in whole fen, and whatever else has up to two decimals, so that nothing is compared after rounding. */
const inHundredths = (amount: number): bigint => BigInt(Math.round(amount * 100));

const inTenThousandths = (share: number): bigint => BigInt(Math.round(share * 10_000));

/** The sum, exact to the fen. */
export const exactSum = (amounts: readonly number[]): number =>
  Number(amounts.reduce((sum, amount) => sum + inHundredths(amount), 0n)) / 100;

/** [D thresholds]: 不低于, 以上 include the figure: is the part at least this share of the whole? */
export const reaches = (part: number, whole: number, share: number): boolean =>
  inHundredths(part) * 10_000n >= inHundredths(whole) * inTenThousandths(share);

/** [D thresholds]: in per cent with two decimals cut off, so that what lies below never looks reached; `null` of nothing. */
export const shareOf = (part: number, whole: number): number | null =>
  inHundredths(whole) === 0n ? null : Number((inHundredths(part) * 10_000n) / inHundredths(whole)) / 100;

/** 0.6 → 60: a share of the settings in per cent. */
export const inPerCent = (share: number): number => Number(inTenThousandths(share)) / 100;
