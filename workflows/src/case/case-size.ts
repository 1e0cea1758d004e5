import type { CaseState } from '@duban/contracts/case-workflow';
import { refuse, type Refusal } from '@duban/policy/base/verdict';
import type { Act } from '@duban/policy/case/case';
import { PackedSize, utf8Bytes } from './packed-size';

/** The engine takes two megabytes at once, and a case goes over whole into its next run. What offices say leaves room for what the system has to. */
const mostBytes = { office: 1_700_000, system: 1_900_000 };
/** Of what is remembered beside the acts, each piece once compressed. */
const bytesOfEach = { deadline: 60, record: 40, rung: 45, notice: 45, consequence: 70, answer: 150, mark: 10 };
const markLength = 20;
/** Smaller cases are reckoned by their texts as they stand, and need no memory for it. */
const worthPacking = 300_000;

/** How much of a case there is to carry, kept up act by act: an act costs the same whatever came before it. */
export class CaseSize {
  private packing: PackedSize | undefined;

  /** What the acts of a case come to with those that are new, in bytes once compressed. */
  withNew(before: number, said: readonly unknown[]): number {
    return said.reduce<number>((bytes, one) => bytes + this.costOf(JSON.stringify(one), bytes), before);
  }

  /** Why an act may not be recorded although the rules admit it: the case would not fit into its next run any more. */
  static refuse(state: CaseState, { by, body }: Act): Refusal | undefined {
    const most = by.office === 'system' ? mostBytes.system : mostBytes.office;
    const used = carriedBytes(state);
    const room = most - used - bytesOfEach.answer;
    const text = JSON.stringify(body) ?? '';
    if (utf8Bytes(text) <= room || new PackedSize().add(text) <= room) return undefined;
    const share = Math.min(100, Math.round((used / most) * 100));
    const words = `本案登记的内容接近单个案件的容量上限（已用${share}%），本次登记放不下。请减少本次登记的条数；仍放不下的，请报省级巩固衔接办处理。`;
    return refuse('TOO_LARGE', 'A-0', words);
  }

  private costOf(text: string, before: number): number {
    if (before < worthPacking) return utf8Bytes(text);
    this.packing ??= new PackedSize();
    return this.packing.add(text);
  }
}

/** Bytes that the next run would be given, as reckoned. */
export function carriedBytes(state: CaseState): number {
  const {
    keys,
    olderKeys = '',
    deadlines,
    records,
    firedRungs,
    sentNotices,
    carriedOut,
    takenBack,
    candidates,
  } = state;
  const count = (named: object): number => Object.keys(named).length;
  return (
    (state.packedBytes ?? 0) +
    bytesOfEach.deadline * (count(deadlines) + count(candidates)) +
    bytesOfEach.record * count(records) +
    bytesOfEach.rung * firedRungs.length +
    bytesOfEach.notice * (sentNotices.length + state.file.undelivered.length) +
    bytesOfEach.consequence * (count(carriedOut) + count(takenBack)) +
    bytesOfEach.answer * count(keys) +
    bytesOfEach.mark * (olderKeys.length / markLength)
  );
}
