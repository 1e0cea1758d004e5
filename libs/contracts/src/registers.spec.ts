import { courtyardPilots } from '@duban/policy/registers/fund-registers';
import { handRegisters } from '@duban/policy/registers/hand-registers';
import { divisionName } from './divisions';
import { readInput } from './read-input';
import { entryBody } from './registers';

describe('entries of registers kept by hand', () => {
  it('B-2.1.1: the pilot counties are those the clause names', () =>
    expect(courtyardPilots.map(divisionName)).toEqual([
      '娄烦县',
      '云州区',
      '应县',
      '静乐县',
      '方山县',
      '榆次区',
      '左权县',
      '盂县',
      '壶关县',
      '武乡县',
      '陵川县',
      '浮山县',
      '平陆县',
    ]));

  it('name every wrong field', () => {
    const reading = readInput(entryBody(handRegisters['award-per-mu']), {
      territory: '140423100204',
      year: 26,
      award: 'rice',
      mu: '两亩',
      household: 'H1',
      yuan: -1,
      more: 1,
    });
    expect(reading.isSound ? [] : reading.faults.map(({ field }) => field).sort()).toEqual([
      'award',
      'more',
      'mu',
      'year',
      'yuan',
    ]);
  });
});
