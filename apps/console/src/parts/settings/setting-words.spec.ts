import { basePolicy, settingOrigins, settingsOf, type Settings } from '@duban/policy/settings/policy-set';
import type { Setting } from '@duban/contracts/answers/policy';
import { kindOf, limitWords } from './setting-kinds';
import { differencesOf, valueLines, valueWords } from './setting-words';

const origins = settingOrigins(basePolicy.set);
const values = settingsOf(basePolicy);
const names = Object.keys(origins) as (keyof Settings)[];
const setting = (name: keyof Settings): Setting => ({ name, value: values[name], citation: '', ...origins[name] });

describe('settings in words', () => {
  it('knows the kind of every setting: numbers with their limits, shares, times, choices, tables', () => {
    expect(kindOf(setting('identificationDays'))).toEqual({ kind: 'integer', least: 1, most: 366, unit: '天' });
    expect(kindOf(setting('lowRankShare'))).toEqual({ kind: 'share' });
    expect(kindOf(setting('extensionAllowed'))).toEqual({ kind: 'truth' });
    expect(kindOf(setting('rungTime'))).toEqual({ kind: 'time' });
    expect(kindOf(setting('measuresClock'))).toMatchObject({
      kind: 'choice',
      choices: { 'from-plan': expect.any(String) as string },
    });
    const odd = names.filter((name) => kindOf(setting(name)).kind === 'time');
    expect(odd).toEqual(['rungTime', 'quietFrom', 'quietTo']);
    expect(
      names.filter(
        (name) => typeof values[name] === 'number' && !['integer', 'share'].includes(kindOf(setting(name)).kind),
      ),
    ).toEqual([]);
    expect(
      names.filter(
        (name) =>
          typeof values[name] === 'object' &&
          ['integer', 'share', 'time', 'truth', 'choice'].includes(kindOf(setting(name)).kind),
      ),
    ).toEqual([]);
  });

  it('says every value and every limit in Chinese, without a code', () => {
    for (const name of names) {
      expect([name, valueWords(setting(name), values[name])]).toEqual([
        name,
        expect.not.stringMatching(/[a-z]{2}|undefined|NaN/),
      ]);
      expect([name, limitWords(setting(name))]).toEqual([name, expect.not.stringMatching(/[a-z]{2}/)]);
    }
    expect(kindOf(setting('developmentTypes'))).toMatchObject({ kind: 'several' });
    expect(valueWords(setting('developmentTypes'), ['industry', 'training'])).toBe('产业帮扶、技能培训');
    expect(valueWords(setting('guidelineYuan'), 7100)).toBe('7,100 元');
    expect(valueWords(setting('lowRankShare'), 0.1)).toBe('10%');
    expect(valueWords(setting('bulletinDay'), 5)).toBe('5 日');
  });

  it('names each row of a table once', () => {
    for (const name of names) {
      const rows = valueLines(setting(name), values[name]).map(({ of }) => of);
      expect([name, rows.length]).toEqual([name, new Set(rows).size]);
    }
  });

  it('tells of a table only the rows that change', () => {
    const changed = { ...values.duties, 'spot-quiz': { cadence: 'two-months', amount: 2 } };
    expect(differencesOf(setting('duties'), values.duties, changed)).toEqual([
      { of: '县：“快问快答”抽查驻村干部掌握政策情况', before: '每月 1 次', after: '每两月 2 次' },
    ]);
    expect(differencesOf(setting('identificationDays'), 15, 20)).toEqual([{ of: '', before: '15 天', after: '20 天' }]);
    expect(differencesOf(setting('identificationDays'), 15, 15)).toEqual([]);
  });
});
