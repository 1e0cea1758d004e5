import type { AnswerOf, Route } from '@duban/contracts/answers/route';
import { applyDecorators, Delete, Get, HttpCode, Post, Put, SetMetadata } from '@nestjs/common';

export const ROUTE = Symbol('the row a method carries out');

const methods = { get: Get, post: Post, put: Put, delete: Delete };

type Serving<Row extends Route> = (...given: never[]) => AnswerOf<Row> | Promise<AnswerOf<Row>>;

/** The method carries out a row of contracts: its path, its status, and an answer of another shape is a compile error. */
export const Serves =
  <Row extends Route>(route: Row) =>
  <Method extends Serving<Row>>(
    controller: object,
    name: string,
    descriptor: TypedPropertyDescriptor<Method>,
  ): void => {
    const status = ('status' in route && route.status) || 200;
    applyDecorators(methods[route.method](route.path), HttpCode(status), SetMetadata(ROUTE, route))(
      controller,
      name,
      descriptor,
    );
  };
