import { type OpenAPIObject } from '@nestjs/swagger';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/**
 * `/llms.txt` (llmstxt.org): what a language model needs to find its way, in Markdown. Every operation in one line, under
 * the heading that it has in `/docs`.
 */
export function llmsText(document: OpenAPIObject): string {
  const { title, description = '' } = document.info;
  const [summary = '', ...rest] = description.split('\n\n');
  const sections = (document.tags ?? []).map(({ name, description: about = '' }) =>
    [`## ${name}`, '', about, '', ...operationsOf(document, name)].join('\n'),
  );
  const machines = [
    '## For machines',
    '',
    '- [OpenAPI 3.1](/openapi.json): the whole contract, with examples and problems of every operation',
    '- [Problems](/v1/errors): every code, and what to do about it',
    '- [Postman collection](/postman.json)',
    '- [Reference](/reference), [try it](/docs): for people',
  ];
  return `${[`# ${title}`, `> ${summary.replaceAll('\n', ' ')}`, ...rest, machines.join('\n'), ...sections].join('\n\n')}\n`;
}

function operationsOf(document: OpenAPIObject, tag: string): string[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    METHODS.flatMap((method) => {
      const operation = methods[method];
      if (operation?.tags?.includes(tag) !== true) return [];
      const { operationId = '', summary = '' } = operation;
      return [`- \`${method.toUpperCase()} ${path}\` ${operationId}: ${summary}`];
    }),
  );
}
