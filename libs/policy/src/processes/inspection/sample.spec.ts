import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { apportion, drawSample, opensPlan, verifySample, type FrameUnit, type SamplePlan } from './sample';
import { sha256 } from './sha256';

const seed = 'a-seed-of-some-length';
const frameOf = (...sizes: number[]): FrameUnit[] =>
  sizes.flatMap((size, stratum) =>
    Array.from({ length: size }, (_, index) => ({
      id: `V${stratum}${String(index).padStart(3, '0')}`,
      stratum: `S${stratum}`,
    })),
  );
const planOf = (frame: FrameUnit[], size: number, excluded: string[] = []): SamplePlan => ({
  seedHash: sha256(seed),
  frame,
  excluded,
  size,
});

describe('SHA-256', () => {
  it('is that of FIPS 180-4', () => {
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('is the same as any other’s, for texts of every length and tongue', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const isWhole = Buffer.from(text, 'utf8').toString('utf8') === text;
        return !isWhole || sha256(text) === createHash('sha256').update(text, 'utf8').digest('hex');
      }),
    ));

  it.each([55, 56, 63, 64, 65, 119, 120])('pads a text of %d signs', (length) =>
    expect(sha256('督'.repeat(length))).toBe(createHash('sha256').update('督'.repeat(length)).digest('hex')),
  );
});

describe('A-3.6: a sample that can be proven', () => {
  it('gives each stratum its part by the largest remainder, at least one where the size allows', () => {
    expect(
      Object.fromEntries(
        apportion(
          [
            { stratum: 'a', units: 50 },
            { stratum: 'b', units: 30 },
            { stratum: 'c', units: 2 },
          ],
          8,
        ),
      ),
    ).toEqual({ a: 4, b: 3, c: 1 });
    expect(
      Object.fromEntries(
        apportion(
          [
            { stratum: 'a', units: 5 },
            { stratum: 'b', units: 5 },
            { stratum: 'c', units: 5 },
          ],
          2,
        ),
      ),
    ).toEqual({ a: 1, b: 1, c: 0 });
  });

  it('always adds up, and asks no stratum for more than it has', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 200 }),
        (sizes, size) => {
          const strata = sizes.map((units, index) => ({ stratum: `S${index}`, units }));
          const total = sizes.reduce((sum, units) => sum + units, 0);
          const parts = apportion(strata, size);
          expect([...parts.values()].reduce((sum, part) => sum + part, 0)).toBe(Math.min(size, total));
          for (const { stratum, units } of strata) {
            expect(parts.get(stratum)).toBeLessThanOrEqual(units);
            if (size >= strata.length) expect(parts.get(stratum)).toBeGreaterThanOrEqual(1);
          }
        },
      ),
    ));

  it('is the same in whatever order the frame was written, leaves out the excluded, and draws nobody twice', () =>
    fc.assert(
      fc.property(
        fc.shuffledSubarray(frameOf(20, 10), { minLength: 30 }),
        fc.subarray(
          frameOf(20, 10).map(({ id }) => id),
          { maxLength: 10 },
        ),
        (frame, excluded) => {
          const drawn = drawSample(planOf(frame, 6, excluded), seed, '');
          expect(drawn).toEqual(drawSample(planOf(frameOf(20, 10), 6, [...excluded].reverse()), seed, ''));
          expect(drawn).toHaveLength(6);
          expect(new Set(drawn).size).toBe(6);
          expect(drawn.filter((id) => excluded.includes(id))).toEqual([]);
        },
      ),
    ));

  it('gives every unit about the same chance', () => {
    const frame = frameOf(20);
    const times = new Map(frame.map(({ id }) => [id, 0]));
    for (let turn = 0; turn < 2000; turn += 1)
      for (const id of drawSample(planOf(frame, 5), `${seed}${turn}`, '')) times.set(id, (times.get(id) ?? 0) + 1);
    const chi = [...times.values()].reduce((sum, seen) => sum + (seen - 500) ** 2 / 500, 0);
    expect(chi).toBeLessThan(43.8); // 19 degrees of freedom, one in a thousand
  });

  it('is another one when the seed or the public number is another', () => {
    const frame = frameOf(100);
    expect(drawSample(planOf(frame, 10), seed, '1')).not.toEqual(drawSample(planOf(frame, 10), seed, '2'));
    expect(drawSample(planOf(frame, 10), seed, '1')).not.toEqual(drawSample(planOf(frame, 10), `${seed}!`, '1'));
  });

  it('is found sound by whoever draws it again, and unsound when a name or the seed was changed', () => {
    const plan = planOf(frameOf(20, 10), 6);
    const record = { ...plan, seed, publicValue: '7', drawn: drawSample(plan, seed, '7') };
    expect(verifySample(record)).toEqual({ isSound: true, faults: [] });
    expect(verifySample({ ...record, drawn: [...record.drawn.slice(1), 'V0000'] }).isSound).toBe(false);
    expect(verifySample({ ...record, seed: 'another-seed-quite-long' }).faults).toHaveLength(2);
    expect(opensPlan(seed, { seedHash: sha256(seed).toUpperCase() })).toBe(true);
  });
});
