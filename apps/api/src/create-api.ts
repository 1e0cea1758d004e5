import type { Config } from '@duban/platform/config';
import type { Provider } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ApiModule } from './app.module';
import { jsonBody } from './door/json-body';
import { timeRequests } from './health/metrics';
import { openApiDocument } from './openapi/openapi-document';
import { serveConsole } from './console/serve-console';
import { RefusalFilter } from './refusals/refusal.filter';

/** The api with everything around it: limits, problems, figures, description. Not yet listening. `more`: parts that stand in for its own. */
export async function createApi(config: Config, more: readonly Provider[] = []): Promise<NestExpressApplication> {
  const module = ApiModule.of(config);
  const parts = { ...module, providers: [...(module.providers ?? []), ...more] };
  const app = await NestFactory.create<NestExpressApplication>(parts, {
    bodyParser: false,
    logger: ['error', 'warn'],
  });
  app.disable('x-powered-by');
  app.use(timeRequests);
  app.use(...jsonBody);
  serveConsole(app, config.DUBAN_GEO_FOLDER);
  app.useGlobalFilters(new RefusalFilter());
  SwaggerModule.setup('docs', app, openApiDocument() as unknown as OpenAPIObject, {
    customSiteTitle: '督办接口目录',
    jsonDocumentUrl: 'openapi.json',
  });
  app.enableShutdownHooks();
  return app;
}
