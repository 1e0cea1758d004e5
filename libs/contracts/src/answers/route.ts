import type { z } from 'zod';
import type { RefusedCode } from './refusal';

/** Parts of the catalogue, with their titles. */
export const tags = {
  ledger: '台账与统计',
  offers: '可以办理的事项',
  scores: '月考打分',
  persons: '人员身份信息',
  policy: '条款与政策集',
  registers: '台账登记',
  rehearsals: '推演',
  webhooks: '消息推送',
  system: '系统运行',
  public: '公开名单',
  development: '开发签发（仅示例）',
} as const;

interface Terms {
  /** Below `/api/v1`; `:caseId` stands for what names something. */
  path: `/${string}`;
  operationId: string;
  tag: keyof typeof tags;
  summary: string;
  /** What each part of the path that names something looks like. */
  params?: z.ZodObject;
  /** Values come typed: `limit` as a number, what may be repeated as a list. */
  query?: z.ZodObject;
  answers: z.ZodType;
  /** Codes it may refuse with beside those that every such route has (`refusalsOf`). */
  refuses?: readonly RefusedCode[];
  /** Needs no token. */
  isPublic?: true;
  /** Default: JSON. */
  media?: 'text/event-stream';
}

interface SendTerms extends Terms {
  method: 'post' | 'put' | 'delete';
  body?: z.ZodType;
  /** 201 where something new stands. */
  status?: 201;
  /** Takes an Idempotency-Key. */
  isKeyed?: true;
}

/** One thing the api answers: where it is asked for, by whom, with what, and what comes back. Controllers, console and OpenAPI are made from it. */
export type Route = (Terms & { method: 'get' }) | SendTerms;

/** Something that is read. */
export const read = <const Row extends Terms>(row: Row) => ({ method: 'get' as const, ...row });

/** Something that is done. */
export const send = <const Row extends SendTerms>(row: Row): Row => row;

export type AnswerOf<Row extends Route> = z.output<Row['answers']>;
export type QueryOf<Row extends Route> = Row extends { query: z.ZodObject } ? z.input<Row['query']> : unknown;
export type BodyOf<Row extends Route> = Row extends { body: z.ZodType } ? z.input<Row['body']> : Record<string, never>;

/** The names in a path: of `/cases/:caseId/timeline` it is `caseId`. */
export type NamesIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesIn<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;
export type ParamsOf<Path extends string> = Readonly<Record<NamesIn<Path>, string>>;
