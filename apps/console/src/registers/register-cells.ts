import { divisionName } from '@duban/contracts/divisions';
import type { RegisterColumn } from '@duban/contracts/register-field-names';
import { chineseMonth, dateOrDash } from '../words/dates';

const numbers = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 });

/** A number as tables show it: 37,400,000. */
export const shownNumber = (value: number | null | undefined): string =>
  value === null || value === undefined ? '—' : numbers.format(value);

/** 元 as it stands; large sums in 万元 beside, for who reads them aloud. */
export const shownYuan = (value: number | null | undefined): string =>
  value === null || value === undefined ? '—' : `${numbers.format(value)} 元`;

export const isNumeric = ({ type }: Pick<RegisterColumn, 'type'>): boolean =>
  type === 'count' || type === 'number' || type === 'yuan' || type === 'percent';

/** A column's heading, with its unit. */
export const headingOf = ({ title, type }: Pick<RegisterColumn, 'title' | 'type'>): string =>
  type === 'yuan' && !title.includes('元') ? `${title}（元）` : type === 'percent' ? `${title}（%）` : title;

/** A heading for tables: an explanation in brackets stays with the form. */
export const shortHeadingOf = (column: Pick<RegisterColumn, 'title' | 'type'>): string =>
  headingOf(column).replace(/（(?!元|%|户|条)[^）]{4,}）/g, '');

const asText = (value: unknown): string => String(value);
const asNumber = (value: unknown): string => shownNumber(Number(value));

/** How a value of each type is told. */
const words: Readonly<
  Record<RegisterColumn['type'], (value: unknown, choices: Readonly<Record<string, string>>) => string>
> = {
  text: asText,
  code: asText,
  count: asNumber,
  number: asNumber,
  yuan: asNumber,
  percent: asNumber,
  truth: (value) => (value === true ? '是' : '否'),
  choice: (value, choices) => choices[String(value)] ?? String(value),
  date: (value) => dateOrDash(String(value)).replace(/（.*$/, ''),
  month: (value) => chineseMonth(String(value)),
  year: (value) => `${String(value)}年`,
  place: (value) => divisionName(String(value)),
  list: (value) => (Array.isArray(value) ? (value.length === 0 ? '无' : value.map(String).join('、')) : String(value)),
  parts: (value) => (Array.isArray(value) ? `${value.length} 项` : '—'),
};

/** What a cell says: a choice by its word, a place by its name, 是 or 否. */
export const cellText = ({ type, choices = {} }: Pick<RegisterColumn, 'type' | 'choices'>, value: unknown): string =>
  value === undefined || value === null || value === '' ? '—' : words[type](value, choices);

/** 古韩镇 西里村: a place without what everybody within the viewer's own territory knows. */
export function placeWithin(territory: string, own: string): string {
  const lengths = [4, 6, 9, 12].filter((length) => length <= territory.length && length > own.length);
  const names = lengths.map((length) => divisionName(territory.slice(0, length)));
  return names.length === 0 ? divisionName(territory) : names.slice(-2).join(' ');
}
