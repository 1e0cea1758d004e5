import { isDuplicate, isRefusedByDatabase, isRefusedForContent, refusalWords } from './refused-content';

const refusal = (code: string) => Object.assign(new Error('quotes what was refused'), { code });

describe('what lies in the content is told from what lies in the moment', () => {
  it.each(['21000', '22003', '22007', '22008', '22021', '22P02', '22P05', '23001', '23502', '23505', '23514', '54000'])(
    '%s: trying again cannot help',
    (code) => {
      expect([isRefusedByDatabase(refusal(code)), isRefusedForContent(refusal(code))]).toEqual([true, true]);
      expect(refusalWords(refusal(code))).toMatch(/^[一-龥（） 0-9A-Z]+$/);
    },
  );

  it.each([
    '40001',
    '40P01',
    '08006',
    '53300',
    '55P03',
    '57P01',
    '57014',
    '58030',
    '42P01',
    '25P02',
    'ECONNREFUSED',
    '',
  ])('%s: trying again may help', (code) => {
    expect(isRefusedForContent(refusal(code))).toBe(false);
  });

  it('our own code may stumble over it too; the database has not refused it then', () => {
    for (const error of [new RangeError('Invalid time value'), new TypeError('x')])
      expect([isRefusedForContent(error), isRefusedByDatabase(error)]).toEqual([true, false]);
    expect([null, undefined, 'x', new Error('x')].some(isRefusedForContent)).toBe(false);
  });

  it('two writers may have met where something is there already', () => {
    expect([isDuplicate(refusal('23505')), isDuplicate(refusal('23514'))]).toEqual([true, false]);
  });
});
