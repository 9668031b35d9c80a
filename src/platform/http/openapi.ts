import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

import { ProblemDto } from './api-problem.js';
import { fillExamples, rememberIds } from './docs-page.js';
import { SECURITY_SCHEMES } from './openapi-security.js';
import { describeConventions } from './openapi-conventions.js';
import { asOpenApi30 } from './openapi-page.js';
import { llmsText } from './llms-text.js';
import { postmanCollection } from './postman.js';
import { serveReference } from './reference-page.js';

/** What the document says about the platform as a whole; the machine room knows no trade, so it is given. */
export interface ApiGuide {
  readonly title: string;
  readonly description: string;
  /** In the order in which a reader should meet them. */
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  /** What is sent to receivers, as OpenAPI's `webhooks`. */
  readonly webhooks: () => Record<string, object>;
}

/** The document at `/openapi.json`; Swagger UI, the contract tests and generated clients all read this one. */
export function describeApi(app: NestFastifyApplication, guide: ApiGuide): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(guide.title)
    .setDescription(guide.description)
    .setVersion('1.0.0')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer(
      '/',
      'Local, sandbox or production: whichever installation serves this document',
      {},
      { 'x-internal': false },
    );
  for (const [name, scheme] of Object.entries(SECURITY_SCHEMES)) builder.addSecurity(name, scheme);
  for (const { name, description } of guide.tags) builder.addTag(name, description);
  const document = SwaggerModule.createDocument(app, builder.build(), {
    extraModels: [ProblemDto],
    autoTagControllers: false,
    operationIdFactory: (_controller, method) => method,
  });
  return { ...describeConventions(document), webhooks: guide.webhooks() };
}

/** The contract in each form that somebody reads: by people at `/docs` and `/reference`, by programs beside them. */
export function serveDocs(app: NestFastifyApplication, guide: ApiGuide, publicUrl: string): void {
  // Written once, for the first who asks.
  let written: OpenAPIObject | undefined;
  const document = (): OpenAPIObject => (written ??= describeApi(app, guide));
  SwaggerModule.setup('openapi', app, document, {
    ui: false,
    jsonDocumentUrl: 'openapi.json',
    yamlDocumentUrl: 'openapi.yaml',
  });
  servePage(app, guide.title, () => asOpenApi30(document()));
  const fastify = app.getHttpAdapter().getInstance();
  serveReference(fastify, guide.title);
  fastify.get('/postman.json', () => postmanCollection(document(), publicUrl));
  fastify.get('/llms.txt', (_request, reply) => reply.type('text/markdown; charset=utf-8').send(llmsText(document())));
}

function servePage(app: NestFastifyApplication, title: string, document: () => OpenAPIObject): void {
  SwaggerModule.setup('docs', app, document, {
    raw: false,
    customSiteTitle: `${title} API`,
    // The bar says Swagger, and a list of one server says nothing.
    customCss:
      '.swagger-ui .topbar, .swagger-ui .schemes-server-container { display: none }' +
      '.swagger-ui .scheme-container .schemes { justify-content: flex-end }',
    swaggerOptions: {
      deepLinking: true,
      persistAuthorization: true,
      displayRequestDuration: true,
      docExpansion: 'none',
      filter: true,
      defaultModelsExpandDepth: 0,
      defaultModelRendering: 'example',
      requestSnippetsEnabled: true,
      requestInterceptor: fillExamples,
      responseInterceptor: rememberIds,
    },
  });
}
