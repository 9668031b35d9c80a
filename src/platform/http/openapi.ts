import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

import { ProblemDto } from './api-problem.js';
import { describeConventions } from './openapi-conventions.js';

/** The document at `/openapi.json`; Swagger UI, the contract tests and generated clients all read this one. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const document = SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setOpenAPIVersion('3.1.0')
      .setTitle('Entrepot')
      .setDescription(
        'One trade order through customs, freight, FX, tax refund and financing. ' +
          'Errors are RFC 9457 problem details; every code is explained at `/v1/errors/{code}`.',
      )
      .setVersion('1.0.0')
      .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
      .addServer(
        '/',
        'Local, sandbox or production: whichever installation serves this document',
        {},
        { 'x-internal': false },
      )
      .addBearerAuth(
        {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'opaque',
          description: 'An API key: `ek_test_…` or `ek_live_…`',
        },
        'apiKey',
      )
      .build(),
    { extraModels: [ProblemDto], operationIdFactory: (_controller, method) => method },
  );
  return describeConventions(document);
}

export function serveDocs(app: NestFastifyApplication): void {
  SwaggerModule.setup('docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'openapi.json',
    yamlDocumentUrl: 'openapi.yaml',
    customSiteTitle: 'Entrepot API',
    swaggerOptions: {
      persistAuthorization: true,
      displayRequestDuration: true,
      docExpansion: 'none',
      tagsSorter: 'alpha',
    },
  });
}
