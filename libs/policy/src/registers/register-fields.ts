import type { Field } from './register-rules';

/** Short ways of saying what a field is; the name is what screens and refusals call it. */
export const text = (name: string): Field => ({ name, type: 'text' });
export const count = (name: string): Field => ({ name, type: 'count' });
export const number = (name: string): Field => ({ name, type: 'number' });
export const yuan = (name: string): Field => ({ name, type: 'yuan' });
export const date = (name: string): Field => ({ name, type: 'date' });
/** The date of something that has happened. */
export const pastDate = (name: string): Field => ({ name, type: 'date', past: true });
/** A number that may lie below zero. */
export const rate = (name: string): Field => ({ name, type: 'number', signed: true });
export const month = (name: string): Field => ({ name, type: 'month' });
export const year = (name = '年度'): Field => ({ name, type: 'year' });
export const truth = (name: string): Field => ({ name, type: 'truth' });
export const code = (name: string): Field => ({ name, type: 'code' });
/** The unit an entry is of: that which enters it, or any where another office does. */
export const unit = (name: string): Field => ({ name, type: 'code', unit: true });
export const choice = (name: string, choices: Readonly<Record<string, string>>): Field => ({
  name,
  type: 'choice',
  choices,
});
export const maybe = (field: Field): Field => ({ ...field, optional: true });
