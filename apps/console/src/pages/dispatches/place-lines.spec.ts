import type { DispatchYear } from '@duban/contracts/answers/registers';
import { yearOf } from './place-lines';

const row = (name: string, progress: number | null, missing = 0, area = 'overall'): DispatchYear => ({
  place: name,
  name,
  area,
  areaName: '综合',
  periods: 3,
  progress,
  first: 0,
  lagging: 0,
  missing,
});

it('the year stands by its mean, not as text would; who never reported comes last', () =>
  expect(
    yearOf([row('甲', 9.5), row('乙', null, 3), row('丙', 80.1), row('丁', 99, 0, 'industry')], 'overall').map(
      ({ name }) => name,
    ),
  ).toEqual(['丙', '甲', '乙']));
