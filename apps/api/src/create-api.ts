import type { Config } from '@duban/platform/config';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ApiModule } from './app.module';
import { jsonBody } from './door/json-body';
import { timeRequests } from './health/metrics';
import { openApiDocument } from './openapi/openapi-document';
import { serveConsole } from './console/serve-console';
import { RefusalFilter } from './refusals/refusal.filter';

/** The api with everything around it: limits, problems, figures, description. Not yet listening. */
export async function createApi(config: Config): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.of(config), {
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
