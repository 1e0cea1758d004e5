import type { CivilDate } from '../dates/civil-date';
import { plansOf } from './editions';
import type { PolicyRef } from './policy-set';

/** 晋巩固衔接组〔2023〕6号 was issued on 11 July 2023: nothing follows from it before. */
const issuedOn: Readonly<Record<string, CivilDate>> = { 'shanxi-2023': '2023-07-11' };

/** The day from which the plans of a policy set oblige anybody. */
export const planBeganOn = ({ set }: Pick<PolicyRef, 'set'>): CivilDate => issuedOn[plansOf(set)] ?? '2000-01-01';
