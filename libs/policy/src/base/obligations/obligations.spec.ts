import { clauseOf } from '../clauses/clauses';
import { obligations } from './obligations';

/** Letters and signs alone: how a line is broken is the page's own. */
const bare = (text: string): string => text.replace(/\s/g, '');

describe('the catalogue of obligations', () => {
  it('has the 521 of OBLIGATIONS.md', () => expect(obligations).toHaveLength(521));

  it('says each in words of its own clause', () => {
    const foreign = obligations.filter(({ clause, words }) => {
      const own = bare(`${clauseOf(clause).title}${clauseOf(clause).words}`);
      return words.split('…').some((part) => !own.includes(bare(part)));
    });
    expect(foreign.map(({ id, words }) => `${id} ${words}`)).toEqual([]);
  });
});
