import type { ShownRefusal } from '../api/client';
import { knowNames, asRead } from './place-names';

/** What programs are told beside the words: the code of a choice or a period, the name of a field, the way to it. */
const codeBeforeName = /(?<![\w:-])[a-z][A-Za-z-]*（(?=[^）]*\p{Script=Han})([^）]*)）/gu;
const periodBeforeName = /(?<![\w:-])\d{4}(?:-[A-Z\d]+)*（(?=[^）]*\p{Script=Han})(\d{4}年[^）]*)）/gu;
const fieldInBrackets = /（[a-z][A-Za-z]*）/g;
const pathBefore = /(?<=^|[。；])[a-z]\w*((?:\.\w+)*)：/g;

/** A refusal as officials read it: transport（一次性交通补贴） → 一次性交通补贴, entries.0.yuan：… → 第 1 项：…. */
export const withoutCodes = (text: string): string =>
  text
    .replace(pathBefore, (_, path: string) => {
      const index = /\.(\d+)/.exec(path)?.[1];
      return index === undefined ? '' : `第 ${Number(index) + 1} 项：`;
    })
    .replace(codeBeforeName, '$1')
    .replace(periodBeforeName, '$1')
    .replace(fieldInBrackets, '');

/** The same text with the names of the offices and places it tells by their codes. */
export async function wordsOf(text: string): Promise<string> {
  await knowNames();
  return asRead(withoutCodes(text));
}

/** A refusal, and what it says of each field. */
export async function refusalWords(refusal: ShownRefusal): Promise<ShownRefusal> {
  const detail = await wordsOf(refusal.detail);
  if (refusal.faults === undefined) return { ...refusal, detail };
  const faults = refusal.faults.map(async ({ field, detail: own }) => ({ field, detail: await wordsOf(own) }));
  return { ...refusal, detail, faults: await Promise.all(faults) };
}
