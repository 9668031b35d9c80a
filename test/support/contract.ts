import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

interface Operation {
  readonly responses?: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: object }>> }>
  >;
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: object;
}

/** Holds every answer of a test against `/openapi.json`: status, content type and body must be documented. */
export class Contract {
  private readonly ajv: Ajv2020;
  private readonly validators = new Map<string, ValidateFunction>();
  private readonly routes: readonly { readonly pattern: RegExp; readonly template: string }[];

  constructor(private readonly document: OpenApi) {
    this.ajv = new Ajv2020({ strict: false, allErrors: true });
    (addFormats as unknown as (ajv: Ajv2020) => void)(this.ajv);
    this.ajv.addSchema(document, 'openapi');
    this.routes = Object.keys(document.paths)
      // A literal segment wins over a parameter, as in the router.
      .sort((left, right) => left.split('{').length - right.split('{').length)
      .map((template) => ({ template, pattern: new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`) }));
  }

  /** @returns what is wrong, in words; an empty list when the answer is as documented */
  faults(method: string, path: string, status: number, contentType: string, body: unknown): string[] {
    const [address = ''] = path.split('?');
    const route = this.routes.find(({ pattern }) => pattern.test(address));
    const operation = route && this.document.paths[route.template]?.[method.toLowerCase()];
    if (route === undefined || operation === undefined) {
      return status === 404 || status === 401 ? [] : [`${method} ${address} is not documented`];
    }
    const response = operation.responses?.[String(status)];
    if (response === undefined) return [`${method} ${route.template} does not document ${status}`];
    const [mediaType = ''] = contentType.split(';');
    const schema = response.content?.[mediaType]?.schema;
    if (response.content === undefined)
      return body === '' || body === undefined ? [] : [`${status} should have no body`];
    if (schema === undefined) return [`${method} ${route.template} does not document ${mediaType} for ${status}`];
    if (!mediaType.includes('json')) return [];
    const pointer = [
      'paths',
      route.template,
      method.toLowerCase(),
      'responses',
      String(status),
      'content',
      mediaType,
      'schema',
    ];
    const validate = this.validator(pointer);
    if (validate(body)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message }) => `${method} ${route.template} ${status}: ${instancePath} ${message ?? ''}`,
    );
  }

  private validator(pointer: readonly string[]): ValidateFunction {
    const ref = `openapi#/${pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;
    let validate = this.validators.get(ref);
    if (validate === undefined) {
      validate = this.ajv.compile({ $ref: ref });
      this.validators.set(ref, validate);
    }
    return validate;
  }
}
