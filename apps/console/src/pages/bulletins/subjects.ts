import { childrenOf, divisionName, officeName } from '@duban/contracts/divisions';
import { departmentOffice, departments, type Department } from '@duban/policy/base/departments';

/** Whom a level's bulletin may name: the places directly below and the level's own departments. */
export function subjectsOf(territory: string): { value: string; title: string }[] {
  const places = childrenOf(territory).map((value) => ({ value, title: divisionName(value) }));
  const offices = (Object.keys(departments) as Department[]).map((department) => {
    const value = departmentOffice(department, territory);
    return { value, title: officeName(value) };
  });
  return [...places, ...offices];
}

/** A place or an office by its name. */
export const subjectName = (subject: string): string =>
  /^\d+$/.test(subject) ? divisionName(subject) : officeName(subject);
