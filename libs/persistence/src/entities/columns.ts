import { Column, PrimaryColumn } from 'typeorm';

/** Codes and ids compare by bytes, so that a division's prefix is a range of the index in any database. */
const code = { type: 'text', collation: 'C' } as const;

export const CodeKey = (): PropertyDecorator => PrimaryColumn(code);
export const Code = (): PropertyDecorator => Column(code);
export const OptionalCode = (): PropertyDecorator => Column({ ...code, nullable: true });
/** Codes of a list, each once. */
export const Codes = (): PropertyDecorator => Column({ ...code, array: true, default: '{}' });
export const Text = (): PropertyDecorator => Column({ type: 'text' });
export const OptionalText = (): PropertyDecorator => Column({ type: 'text', nullable: true });
export const Count = (): PropertyDecorator => Column({ type: 'integer' });
export const CountKey = (): PropertyDecorator => PrimaryColumn({ type: 'integer' });
export const Score = (): PropertyDecorator => Column({ type: 'numeric' });
export const OptionalScore = (): PropertyDecorator => Column({ type: 'numeric', nullable: true });
export const Truth = (): PropertyDecorator => Column({ type: 'boolean' });
export const Day = (): PropertyDecorator => Column({ type: 'date' });
export const OptionalDay = (): PropertyDecorator => Column({ type: 'date', nullable: true });
export const Moment = (): PropertyDecorator => Column({ type: 'timestamptz' });
export const OptionalMoment = (): PropertyDecorator => Column({ type: 'timestamptz', nullable: true });
export const Value = (): PropertyDecorator => Column({ type: 'jsonb' });
export const OptionalValue = (): PropertyDecorator => Column({ type: 'jsonb', nullable: true });
