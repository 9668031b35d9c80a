import fc from 'fast-check';

import { type Endpoint } from '../endpoint.js';
import { type FullHouse } from '../full-house.js';
import { nonsense, oddTexts, spoilt } from './spoilt.js';
import { type ValueSchema, ValuesOf } from './values.js';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: ValueSchema;
}

/** One request as it goes over the wire, and which of the three kinds it is. */
export interface FuzzRequest {
  readonly kind: 'valid' | 'near' | 'nonsense';
  readonly method: Endpoint['method'];
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const JSON_TYPE = 'application/json';
/** Nobody else's tenant would let a valid request in: it is tried with what is odd. */
const ACTING_FOR = 'Acting-For';
const FORM_TYPE = 'application/x-www-form-urlencoded';

/** Requests to one operation, drawn from what the contract says of it: valid, almost valid, and nonsense. */
export class Requests {
  private readonly values: ValuesOf;

  constructor(
    private readonly house: FullHouse,
    private readonly ids: ReadonlyMap<string, readonly string[]>,
  ) {
    this.values = new ValuesOf(house.api.components.schemas, ids);
  }

  to(endpoint: Endpoint): fc.Arbitrary<FuzzRequest> {
    const valid = this.valid(endpoint);
    return fc.oneof(
      valid,
      valid.chain((request) => this.nearly(request, endpoint)),
      valid.chain((request) => senseless(request, endpoint)),
    );
  }

  private valid(endpoint: Endpoint): fc.Arbitrary<FuzzRequest> {
    const { method, operation } = endpoint;
    const parameters = (operation.parameters ?? []) as readonly Parameter[];
    return fc
      .record({
        path: this.addresses(endpoint),
        query: this.some(parameters.filter((each) => each.in === 'query')),
        headers: this.some(parameters.filter((each) => each.in === 'header' && each.name !== ACTING_FOR)).map(carried),
        body: this.bodies(endpoint),
      })
      .map(({ path, query, headers, body }) => {
        const search = new URLSearchParams(query).toString();
        return { kind: 'valid', method, path: search === '' ? path : `${path}?${search}`, headers, body };
      });
  }

  /** With the tenant's own ids, and now and then with those of another kind. */
  private addresses({ path }: Endpoint): fc.Arbitrary<string> {
    const own = this.house.address(path);
    if (!path.includes('{')) return fc.constant(own);
    const others = [...this.ids.values()].flat();
    const strange = fc.constantFrom(...others).map((id) => this.house.address(path, id));
    return fc.oneof({ weight: 6, arbitrary: fc.constant(own) }, strange);
  }

  private some(parameters: readonly Parameter[]): fc.Arbitrary<Record<string, string>> {
    const fields = parameters.map(({ name, schema = {} }) => [name, this.values.of(schema).map(asText)] as const);
    const required = parameters.filter((each) => each.required === true).map(({ name }) => name);
    // Each is in every other request only: with all filters at once nothing would ever be found.
    return fc.record(Object.fromEntries(fields), { requiredKeys: required });
  }

  private bodies(endpoint: Endpoint): fc.Arbitrary<unknown> {
    const media = endpoint.operation.requestBody?.content;
    if (media === undefined) return fc.constant(undefined);
    const schema = (media[JSON_TYPE]?.schema ?? media[FORM_TYPE]?.schema) as ValueSchema | undefined;
    if (schema === undefined) return oddTexts();
    const worked = this.house.bodyFor(endpoint);
    const drawn = this.values.of(schema);
    return worked === null ? drawn : fc.oneof(fc.constant(worked), drawn);
  }

  private nearly(request: FuzzRequest, endpoint: Endpoint): fc.Arbitrary<FuzzRequest> {
    const { body } = request;
    const variants: fc.Arbitrary<FuzzRequest>[] = [
      oddTexts().map((text) => withQuery(request, endpoint, text)),
      oddTexts().map((text) => ({ ...request, headers: { ...request.headers, 'if-match': printable(text) } })),
    ];
    if (body !== undefined)
      variants.push(...[1, 2, 3].map(() => spoilt(body).map((other) => ({ ...request, body: other }))));
    return fc.oneof(...variants).map((each) => ({ ...each, kind: 'near' }));
  }
}

function senseless(request: FuzzRequest, { path }: Endpoint): fc.Arbitrary<FuzzRequest> {
  const segments = oddTexts().map((text) =>
    path.replace(/\{\w+\}/g, encodeURIComponent(wellFormed(text).slice(0, 200)) || '-'),
  );
  return fc
    .record({
      path: path.includes('{') ? fc.oneof(fc.constant(request.path), segments) : fc.constant(request.path),
      body: request.method === 'GET' ? fc.constant(undefined) : nonsense(),
      headers: fc.dictionary(fc.constantFrom(...ODD_HEADERS), oddTexts().map(printable), { maxKeys: 3 }),
    })
    .map((odd) => ({ ...request, ...odd, kind: 'nonsense' }));
}

const ODD_HEADERS = [
  'idempotency-key',
  'if-match',
  'accept-language',
  'api-version',
  'acting-for',
  'accept',
  'content-type',
  'traceparent',
  'x-forwarded-for',
];

function withQuery(request: FuzzRequest, { operation }: Endpoint, text: string): FuzzRequest {
  const names = ((operation.parameters ?? []) as readonly Parameter[]).filter((each) => each.in === 'query');
  const name = names[text.length % Math.max(1, names.length)]?.name ?? 'nonsense';
  const [path = '', query = ''] = request.path.split('?');
  const search = new URLSearchParams(query);
  search.set(name, text);
  return { ...request, path: `${path}?${search.toString()}` };
}

/** As JSON, or as the form that an operation asks for. */
export function onTheWire(request: FuzzRequest, { operation }: Endpoint): FuzzRequest {
  const media = operation.requestBody?.content ?? {};
  const { body, headers } = request;
  if (media[FORM_TYPE] === undefined || typeof body !== 'object' || body === null) return request;
  const fields = Object.entries(body).map(([name, value]) => [name, asText(value)] as [string, string]);
  return {
    ...request,
    headers: { 'content-type': FORM_TYPE, ...headers },
    body: new URLSearchParams(fields).toString(),
  };
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function carried(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), printable(value)]));
}

/** What a header can carry at all. */
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').trim();
}

function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}
