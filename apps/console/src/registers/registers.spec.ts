import { handRegisters } from '@duban/policy/registers/hand-registers';
import { registerKinds } from '@duban/policy/case/register-kinds';
import { cellText, headingOf, placeWithin, shortHeadingOf, shownNumber } from './register-cells';
import { entryFields, isOwnPlaceOnly } from './register-form';
import { registerGroups } from './register-groups';
import { mayKeep, registerTerms, whyNotKept, type RegisterTerms } from './register-types';

const termsOf = (kind: string): RegisterTerms => registerTerms(kind) as RegisterTerms;
const village = { kind: 'village-committee', level: 'village', territory: '140423100204' } as const;
const township = { kind: 'party-committee', level: 'township', territory: '140423100' } as const;

it('every register stands in exactly one group', () => {
  const kinds = registerGroups.flatMap((group) => group.kinds);
  expect([...kinds].sort()).toEqual([...Object.keys(handRegisters), ...Object.keys(registerKinds)].sort());
});

it('who keeps a register may enter, others learn why not', () => {
  expect(mayKeep(termsOf('welfare-post'), township)).toBe(true);
  expect(whyNotKept(termsOf('welfare-post'), { kind: 'stationing-office', level: 'county' })).toContain(
    '驻村办只能查看',
  );
  expect(whyNotKept(termsOf('dispatch'), township)).toContain('自动形成');
  expect(whyNotKept(termsOf('membership'), { kind: 'leading-group-office', level: 'county' })).toBeUndefined();
  expect(registerTerms('nothing')).toBeUndefined();
});

it('a village that can only mean itself is not asked where', () => {
  expect(isOwnPlaceOnly(termsOf('welfare-post'), village)).toBe(true);
  expect(isOwnPlaceOnly(termsOf('welfare-post'), township)).toBe(false);
});

it('the form asks for the place, then for each field by its kind', () => {
  const [place, , , , people] = entryFields(termsOf('welfare-post'), township, '2026-11-26');
  expect(place).toMatchObject({ name: 'territory', kind: 'division', division: 12 });
  expect(people).toMatchObject({ name: 'people', title: '人员数量', kind: 'integer', minimum: 0, isRequired: true });
  const [, year] = entryFields(termsOf('linking-funds'), { level: 'county', territory: '140423' }, '2026-11-26');
  expect(year).toMatchObject({ kind: 'choice' });
  expect(year?.choices?.map(({ value }) => value)).toContain('2026');
});

it.each([
  ['yuan', 37400000, '37,400,000'],
  ['truth', false, '否'],
  ['month', '2026-07', '2026年7月'],
  ['date', '2026-07-05', '2026年7月5日'],
  ['list', ['W1', 'W2'], 'W1、W2'],
  ['list', [], '无'],
  ['parts', [1, 2], '2 项'],
  ['text', null, '—'],
] as const)('a %s reads %s as %s', (type, value, words) => expect(cellText({ type }, value)).toBe(words));

it('a choice is shown by its word, a heading with its unit', () => {
  expect(cellText({ type: 'choice', choices: { self: '本人' } }, 'self')).toBe('本人');
  expect(headingOf({ title: '奖补金额', type: 'yuan' })).toBe('奖补金额（元）');
  expect(shortHeadingOf({ title: '项目管理单位（谁开发谁管理谁负责）', type: 'text' })).toBe('项目管理单位');
  expect(shortHeadingOf({ title: '摸清帮扶需求（户）', type: 'count' })).toBe('摸清帮扶需求（户）');
  expect(shownNumber(null)).toBe('—');
});

it('a place is told as far as the viewer needs it', () => {
  expect(placeWithin('140423100', '140423')).toBe('古韩镇');
  expect(placeWithin('140423', '140423')).toBe('襄垣县');
  expect(placeWithin('140423100', '14')).toBe('襄垣县 古韩镇');
});
