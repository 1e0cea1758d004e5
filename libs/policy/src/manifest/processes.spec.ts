import { caseId, parseCaseId } from '../case/case-id';
import { columnOf, processList, type ProcessName } from '../case/process-list';
import { rulesOf } from './processes';

const processes = Object.keys(processList) as ProcessName[];

it.each(processes)('the rules of %s are its own', (process) => expect(rulesOf(process).process).toBe(process));

it.each(processes)('an id of %s leads back to it', (process) => {
  expect(parseCaseId(caseId(process, '140423', 'X'))).toMatchObject({ process, territory: '140423', subject: ['X'] });
});

it.each(['title', 'idPrefix', 'resource'] as const)('no two processes share a %s', (column) => {
  const values = Object.values(columnOf(column));
  expect(new Set(values).size).toBe(values.length);
});
