import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

interface Header {
  readonly $ref?: string;
  readonly required?: boolean;
  readonly schema?: { readonly type?: string };
}

interface Response {
  readonly $ref?: string;
  readonly headers?: Readonly<Record<string, Header>>;
  readonly content?: Readonly<Record<string, { readonly schema?: object }>>;
}

interface Operation {
  readonly responses?: Readonly<Record<string, Response>>;
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: {
    readonly headers?: Readonly<Record<string, Header>>;
    readonly responses?: Readonly<Record<string, Response>>;
  };
}

/** What a client acts upon: never sent without being documented. */
const NEVER_UNTOLD = ['ETag', 'Location', 'Idempotent-Replayed', 'Link', 'Retry-After', 'WWW-Authenticate'];

/**
 * Holds every answer of a test against `/openapi.json`: status, headers, content type and body must be documented.
 * One for all files of a Jest worker (see `built-modules.mjs`; Node strips these types and does no more, so fields are
 * declared in full): every platform has the same contract, and to compile its schemas takes longer than many a test.
 */
export class Contract {
  private static known: Contract | undefined;

  private readonly document: OpenApi;
  private readonly ajv: Ajv2020;
  private readonly validators = new Map<string, ValidateFunction>();
  private readonly routes: readonly { readonly pattern: RegExp; readonly template: string }[];

  /** @param describe asked once */
  static of(describe: () => object): Contract {
    return (this.known ??= new Contract(describe() as OpenApi));
  }

  constructor(document: OpenApi) {
    this.document = document;
    this.ajv = new Ajv2020({ strict: false, allErrors: true });
    (addFormats as unknown as (ajv: Ajv2020) => void)(this.ajv);
    this.ajv.addSchema(document, 'openapi');
    this.routes = Object.keys(document.paths)
      // A literal segment wins over a parameter, as in the router.
      .sort((left, right) => left.split('{').length - right.split('{').length)
      .map((template) => ({ template, pattern: new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`) }));
  }

  /** @returns what is wrong, in words; an empty list when the answer is as documented */
  faults(method: string, path: string, status: number, headers: Headers, body: unknown): string[] {
    const [address = ''] = path.split('?');
    const route = this.routes.find(({ pattern }) => pattern.test(address));
    const operation = route && this.document.paths[route.template]?.[method.toLowerCase()];
    if (route === undefined || operation === undefined) {
      return isOfAnyAddress(status, body) ? [] : [`${method} ${address} is not documented`];
    }
    const told = operation.responses?.[String(status)];
    if (told === undefined) return [`${method} ${route.template} does not document ${status}`];
    const where = `${method} ${route.template} ${status}`;
    const shared = told.$ref?.replace('#/components/responses/', '');
    const response = shared === undefined ? told : (this.document.components?.responses?.[shared] ?? {});
    const place =
      shared === undefined
        ? ['paths', route.template, method.toLowerCase(), 'responses', String(status)]
        : ['components', 'responses', shared];
    return [
      ...this.faultsOfHeaders(where, response, headers),
      ...this.faultsOfBody(where, place, response, headers, body),
    ];
  }

  private faultsOfHeaders(where: string, { headers: documented = {} }: Response, sent: Headers): string[] {
    const known = Object.entries(documented).map(([name, header]) => [name, this.resolve(header)] as const);
    const named = new Set(known.map(([name]) => name));
    return [
      ...known.flatMap(([name, { required, schema = {} }]) => {
        const value = sent[name.toLowerCase()];
        if (value === undefined) return required === true ? [`${where}: the header ${name} is missing`] : [];
        const read = schema.type === 'integer' ? Number(value) : value;
        return this.ajv.validate(schema, read) ? [] : [`${where}: ${name}: ${this.ajv.errorsText()}`];
      }),
      ...this.faultsOfLocation(where, sent['location']),
      ...NEVER_UNTOLD.filter((name) => sent[name.toLowerCase()] !== undefined && !named.has(name)).map(
        (name) => `${where} does not document the header ${name}`,
      ),
    ];
  }

  /** A new resource can be read where it is said to be. */
  private faultsOfLocation(where: string, location: string | string[] | undefined): string[] {
    if (location === undefined) return [];
    const route = this.routes.find(({ pattern }) => pattern.test(String(location)));
    const isRead = route !== undefined && this.document.paths[route.template]?.['get'] !== undefined;
    return isRead ? [] : [`${where}: nothing can be read at Location ${String(location)}`];
  }

  private resolve(header: Header): Header {
    if (header.$ref === undefined) return header;
    return this.document.components?.headers?.[header.$ref.replace('#/components/headers/', '')] ?? {};
  }

  private faultsOfBody(
    where: string,
    place: readonly string[],
    { content }: Response,
    headers: Headers,
    body: unknown,
  ): string[] {
    const [mediaType = ''] = String(headers['content-type'] ?? '').split(';');
    if (content === undefined) return body === '' || body === undefined ? [] : [`${where} should have no body`];
    if (content[mediaType]?.schema === undefined) return [`${where} does not document ${mediaType}`];
    if (!mediaType.includes('json')) return [];
    const validate = this.validator([...place, 'content', mediaType, 'schema']);
    if (validate(body)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${where}: ${instancePath} ${message ?? ''}`);
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

/** Nobody lives there, the caller is nobody, or it speaks of a version that there is not: said before an address is looked for. */
function isOfAnyAddress(status: number, body: unknown): boolean {
  const { code } = (body ?? {}) as { readonly code?: unknown };
  return status === 404 || status === 401 || code === 'REQUEST.UNKNOWN_API_VERSION';
}
