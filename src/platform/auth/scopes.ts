import { applyDecorators, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { type FastifyContextConfig } from 'fastify';

/** Every right that can be given: a module, and whether it may change things. */
export const SCOPES = [
  'orders:read',
  'orders:write',
  'parties:read',
  'parties:write',
  'customs:read',
  'customs:write',
  'freight:read',
  'freight:write',
  'fx:read',
  'fx:write',
  'tax_refund:read',
  'tax_refund:write',
  'financing:read',
  'financing:write',
  /** On which terms is lent, and how much at most: the lender's word, not the client's. */
  'financing:terms',
  /** Which lender sees what it lends: its own loans, and what backs them. */
  'financing:consents',
  /** A lender's own portfolio, and the covenants it is held to. */
  'lender:read',
  'lender:write',
  'ledger:read',
  'catalogue:read',
  'catalogue:write',
  'calculations:use',
  'webhooks:read',
  'webhooks:write',
  'events:read',
  'events:write',
  'audit:read',
  'operations:read',
  'operations:write',
  'bulk:read',
  'bulk:write',
  'keys:read',
  'keys:write',
  'users:read',
  'users:write',
  'approvals:read',
  'approvals:request',
  'mandates:read',
  'mandates:write',
] as const;

/** What takes a person whom we know: nobody can say who sits behind a program, so none can be given it. */
export const PERSON_SCOPES = ['approvals:decide', 'approvals:write'] as const;

/**
 * What a tenant can let another one do for it: its business, never who may come in, and nothing that would outlast the
 * mandate, as a webhook would that goes on telling; nor how much may be lent to it, or which lender sees it. A batch does not: the mandate is held against each of its items.
 */
export const MANDATE_SCOPES = SCOPES.filter(
  (scope) => !/^((keys|users|mandates):|(webhooks:write|financing:terms|financing:consents)$)/.test(scope),
);

/** What people may do with their own sign-in; every person has it, and no program can be given it. */
export const SELF_SCOPE = 'self:use';

/** What every credential may ask, whatever else it may do: whose it is. */
export const ANY_SCOPE = 'any';
export type Scope = (typeof SCOPES)[number] | (typeof PERSON_SCOPES)[number] | typeof SELF_SCOPE | typeof ANY_SCOPE;

/** Whether only people can have it. */
export function isForPeople(scope: string): boolean {
  return scope === SELF_SCOPE || (PERSON_SCOPES as readonly string[]).includes(scope);
}

/** Whether an operation that asks for it can be called with `Acting-For`. */
export function isMandatable(scope: Scope): boolean {
  return (MANDATE_SCOPES as readonly Scope[]).includes(scope);
}

export const REQUIRED_SCOPE = 'entrepot:scope';
export const PUBLIC_ROUTE = 'entrepot:public';

/** What the HTTP layer is told of a route besides its scope. */
type RouteTerms = Pick<FastifyContextConfig, 'isCostly' | 'deprecation'> & { readonly operationId: string };

/**
 * The scope a caller needs for this route. A route without one and without @Public is refused to everybody. A costly route
 * works through much at once; what a client may ask of all of them together is less than of the others.
 */
export function RequiresScope(scope: Scope, { isCostly = false, ...config }: RouteTerms): MethodDecorator {
  return applyDecorators(SetMetadata(REQUIRED_SCOPE, scope), RouteConfig({ scope, isCostly, ...config }));
}

/**
 * A route that needs no key because its body holds what proves the caller: a client's secret, a password. What fails here
 * counts with the keys that are no good.
 */
export function ProvesCaller(): MethodDecorator {
  return applyDecorators(SetMetadata(PUBLIC_ROUTE, true), RouteConfig({ provesCaller: true }));
}

/** A route for those who have no credential yet; one that is shown all the same must be good, and have the scope. */
export function TakesNewcomers(scope: Scope, operationId: string): MethodDecorator {
  return applyDecorators(SetMetadata(PUBLIC_ROUTE, true), RequiresScope(scope, { isCostly: true, operationId }));
}

/** A route that needs no key: health, the error catalogue, partners' callbacks (which prove themselves by signature). */
export function Public(): MethodDecorator & ClassDecorator {
  return SetMetadata(PUBLIC_ROUTE, true);
}
