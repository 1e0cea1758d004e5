import { contestContents, contestMethods, type ContestContent, type ContestMethod } from '../../base/contest-parts';
import { buildCase, type BuiltCase } from '../../case/case-builder';
import { contest } from './contest';
import type { ContestOpening, ContestScore } from './contest-acts';

export const methods = Object.keys(contestMethods) as ContestMethod[];
export const contents = Object.keys(contestContents) as ContestContent[];
/** The methods that departments score by, and those of the province's office. */
export const methodsOf = {
  department: methods.filter((method) => method === 'departments'),
  office: methods.filter((method) => method !== 'departments'),
} as const;

/** Two counties, of which one is visited on site. */
export const contestOpening: ContestOpening = {
  province: '14',
  year: '2026',
  title: '大比拼',
  counties: ['140423', '140425'],
  keyCounties: ['140423'],
  membershipSource: '省名单',
};

/** The contest of 2026, announced on 1 March. */
export const contestHeld = (more: Partial<ContestOpening> = {}): BuiltCase<ContestOpening> =>
  buildCase(contest, {
    caseId: 'contest:14:2026',
    openedOn: '2026-03-01',
    opening: { ...contestOpening, ...more },
  });

export const scoreOf = (
  county: string,
  method: ContestMethod,
  content: ContestContent,
  score: number,
): ContestScore => ({ county, method, content, score, evidence: '评分表' });

/** Every score that some methods give some counties, each the same; key counties alone are visited on site. */
export const scoresBy = (
  given: readonly ContestMethod[],
  { counties, keyCounties }: Pick<ContestOpening, 'counties' | 'keyCounties'>,
  score: number,
): ContestScore[] =>
  counties.flatMap((county) =>
    given
      .filter((method) => method !== 'on-site' || keyCounties.includes(county))
      .flatMap((method) => contents.map((content) => scoreOf(county, method, content, score))),
  );
