import type { Config } from '@duban/platform/config';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { ApiModule } from './app.module';
import { timeRequests } from './health/metrics';
import { openApiDocument } from './openapi/openapi-document';
import { ProblemFilter } from './problem/problem.filter';

/** The api with everything around it: limits, problems, figures, description. Not yet listening. */
export async function createApi(config: Config): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.of(config), { bodyParser: false, logger: ['error', 'warn'] });
  app.disable('x-powered-by');
  app.use(timeRequests);
  app.useBodyParser('json', { limit: '1mb' });
  app.useGlobalFilters(new ProblemFilter());
  const document = openApiDocument();
  app.getHttpAdapter().get('/openapi.json', (_request: Request, response: Response) => void response.json(document));
  SwaggerModule.setup('docs', app, document as unknown as OpenAPIObject, { customSiteTitle: '督办接口目录' });
  app.enableShutdownHooks();
  return app;
}
