import { isForPeople } from '../../src/platform/auth/scopes.js';
import { type DocumentedOperation } from './body-samples.js';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** One operation of the API as its own document describes it. */
export interface Endpoint {
  readonly method: Method;
  /** As documented: `/v1/orders/{id}/placement`. */
  readonly path: string;
  readonly operation: DocumentedOperation;
}

export function hasId({ path }: Endpoint): boolean {
  return /\{(id|orderId)\}/.test(path);
}

/** No key may do it, nor a client. */
export function takesPerson(endpoint: Pick<Endpoint, 'operation'> | undefined): boolean {
  return isForPeople((endpoint?.operation as { 'x-scope'?: string } | undefined)?.['x-scope'] ?? '');
}

export function isPublic({ operation }: Endpoint): boolean {
  return !('x-scope' in operation);
}

/** Whether a repeat under an Idempotency-Key gets the first answer; calculators take one, and are computed anew. */
export function takesKey({ operation }: Endpoint): boolean {
  const isOffered = (operation.parameters ?? []).some(({ name }) => name === 'Idempotency-Key');
  return isOffered && (operation as { 'x-scope'?: string })['x-scope'] !== 'calculations:use';
}

export function isRead({ method }: Endpoint): boolean {
  return method === 'GET';
}

/** Lists answer pages: they take a limit. */
export function isList({ method, operation }: Endpoint): boolean {
  return method === 'GET' && (operation.parameters ?? []).some(({ name }) => name === 'limit');
}
