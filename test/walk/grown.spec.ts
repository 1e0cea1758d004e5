import type { OperationGroup } from '@duban/contracts/operation';
import { groupOf } from '@duban/contracts/operation-groups';
import type { CaseFile } from '@duban/policy/case/case';
import fc from 'fast-check';
import { judged, questions, randomFiles, rulesFor } from './random-files';
import { tales } from './tales';

/** The same file as if it had just been read: nothing of what was kept beside the former one is known of it. */
const readAnew = (file: CaseFile): CaseFile => structuredClone(file);

/** A case that has grown act by act decides as one that is read as a whole. */
function hold(group: OperationGroup, whole: CaseFile): void {
  const rules = rulesFor(group);
  const situations = randomFiles(group, whole).chain(({ file, today }) =>
    fc.array(questions(group, file, today), { minLength: 3, maxLength: 3 }).map((asked) => ({ file, today, asked })),
  );
  const same = fc.property(situations, ({ file, today, asked }) => {
    for (let length = 0; length <= file.acts.length; length += 1) {
      const so = { ...file, acts: file.acts.slice(0, length) };
      expect(rules.view(so)).toEqual(rules.view(readAnew(so)));
      expect(rules.scope(so)).toEqual(rules.scope(readAnew(so)));
    }
    for (const question of asked)
      expect(judged(rules, file, today, question)).toEqual(judged(rules, readAnew(file), today, question));
  });
  fc.assert(same, { numRuns: 40 });
}

describe('what a case comes to act by act is what it comes to as a whole', () => {
  it.each(tales.map(([resource, file]) => [resource, file] as const))('%s', (resource, whole) =>
    hold(groupOf(resource) as OperationGroup, whole),
  );
});
