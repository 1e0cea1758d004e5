import { divisionName } from '@duban/contracts/divisions';
import type { RegisterColumn } from '@duban/contracts/register-field-names';
import { chineseMonth, dateOrDash } from '../words/dates';

const numbers = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 });

/** A number as tables show it: 37,400,000. */
export const shownNumber = (value: number | null | undefined): string => (value === null || value === undefined ? '—' : numbers.format(value));

/** 元 as it stands; large sums in 万元 beside, for who reads them aloud. */
export const shownYuan = (value: number | null | undefined): string => (value === null || value === undefined ? '—' : `${numbers.format(value)} 元`);

export const isNumeric = ({ type }: Pick<RegisterColumn, 'type'>): boolean => type === 'count' || type === 'number' || type === 'yuan' || type === 'percent';

/** A column's heading, with its unit. */
export const headingOf = ({ title, type }: Pick<RegisterColumn, 'title' | 'type'>): string =>
  type === 'yuan' && !title.includes('元') ? `${title}（元）` : type === 'percent' ? `${title}（%）` : title;

/** A heading for tables: an explanation in brackets stays with the form. */
export const shortHeadingOf = (column: Pick<RegisterColumn, 'title' | 'type'>): string => headingOf(column).replace(/（(?!元|%|户|条)[^）]{4,}）/g, '');

/** What a cell says: a choice by its word, a place by its name, 是 or 否. */
export function cellText({ type, choices }: Pick<RegisterColumn, 'type' | 'choices'>, value: unknown): string {
  if (value === undefined || value === null || value === '') return '—';
  switch (type) {
    case 'count':
    case 'number':
    case 'yuan':
    case 'percent':
      return shownNumber(Number(value));
    case 'truth':
      return value === true ? '是' : '否';
    case 'choice':
      return choices?.[String(value)] ?? String(value);
    case 'date':
      return dateOrDash(String(value)).replace(/（.*$/, '');
    case 'month':
      return chineseMonth(String(value));
    case 'year':
      return `${String(value)}年`;
    case 'place':
      return divisionName(String(value));
    case 'list':
      return Array.isArray(value) ? (value.length === 0 ? '无' : value.map(String).join('、')) : String(value);
    case 'parts':
      return Array.isArray(value) ? `${value.length} 项` : '—';
    case 'code':
    case 'text':
      return String(value);
  }
}

/** 古韩镇 西里村: a place without what everybody within the viewer's own territory knows. */
export function placeWithin(territory: string, own: string): string {
  const lengths = [4, 6, 9, 12].filter((length) => length <= territory.length && length > own.length);
  const names = lengths.map((length) => divisionName(territory.slice(0, length)));
  return names.length === 0 ? divisionName(territory) : names.slice(-2).join(' ');
}
