import { demoCadres, demoHouseholds } from '@duban/contracts/demo-county';
import { putPerson } from '@duban/persistence/persons';
import type { DataSource } from 'typeorm';

/** The invented names of the demo county's cadres and heads of households. */
export async function savePeople(
  dataSource: DataSource,
  key: Buffer,
  { cadres, households }: { cadres: number; households: number },
): Promise<void> {
  const people = [
    ...demoCadres(cadres).map(({ id, name }) => ({ id, name })),
    ...demoHouseholds(households).map(({ id, head }) => ({ id, name: head })),
  ];
  for (const { id, name } of people) await putPerson(dataSource, key, id, { name, idNumber: null });
}
