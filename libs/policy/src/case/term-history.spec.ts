import { readTerms, termDeadlines, isMissable, type Said } from './term-history';

const first = { from: '2030-07-02', due: '2030-07-20' };
const by = { office: 'village-committee:140423100201' };
const renewed = (on: string): Said => ({ kind: 'renewed', on, due: '2030-08-10' });
const read = (...said: Said[]) => {
  const history = readTerms(first, said);
  const spec = { clause: 'C-2.end', what: '限期整改', triggerWhat: '确定期限', owner: by.office } as const;
  const [deadline] = termDeadlines(history, 'rectification', { ...spec, line: 'stationing', ladder: 'default' });
  return { isMissable: isMissable(history.terms[0]), reason: deadline?.dropped?.reason };
};

describe('RULES 6.setbacks: how a first date ended that was replaced', () => {
  it.each<[string, Said[], boolean, string]>([
    ['on its last day', [renewed('2030-07-20')], false, '期满之前已重新限期'],
    ['the day after', [renewed('2030-07-21')], true, '未按期完成，已重新限期'],
    [
      'after a report in time was found wrong',
      [{ kind: 'report', on: '2030-07-20', by }, { kind: 'failed', on: '2030-07-21' }, renewed('2030-07-22')],
      false,
      '核查不通过，已重新限期',
    ],
    [
      'after a late report was found wrong',
      [{ kind: 'report', on: '2030-07-21', by }, { kind: 'failed', on: '2030-07-22' }, renewed('2030-07-23')],
      true,
      '未按期完成，已重新限期',
    ],
  ])('%s', (_title, said, isMissed, reason) => expect(read(...said)).toEqual({ isMissable: isMissed, reason }));
});
