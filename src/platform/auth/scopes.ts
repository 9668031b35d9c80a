import { applyDecorators, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';

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
  'ledger:read',
  'catalogue:read',
  'calculations:use',
  'webhooks:read',
  'webhooks:write',
  'events:read',
  'audit:read',
  'operations:read',
  'operations:write',
  'keys:read',
  'keys:write',
  'users:read',
  'users:write',
] as const;

/** What people may do with their own sign-in; every person has it, and no program can be given it. */
export const SELF_SCOPE = 'self:use';
export type Scope = (typeof SCOPES)[number] | typeof SELF_SCOPE;

export const REQUIRED_SCOPE = 'entrepot:scope';
export const PUBLIC_ROUTE = 'entrepot:public';

/**
 * The scope a caller needs for this route. A route without one and without @Public is refused to everybody. A costly route
 * works through much at once; what a client may ask of all of them together is less than of the others.
 */
export function RequiresScope(
  scope: Scope,
  { isCostly = false, operationId }: { readonly isCostly?: boolean; readonly operationId?: string } = {},
): MethodDecorator {
  const config = { scope, isCostly, ...(operationId === undefined ? {} : { operationId }) };
  return applyDecorators(SetMetadata(REQUIRED_SCOPE, scope), RouteConfig(config));
}

/**
 * A route that needs no key because its body holds what proves the caller: a client's secret, a password. What fails here
 * counts with the keys that are no good.
 */
export function ProvesCaller(): MethodDecorator {
  return applyDecorators(SetMetadata(PUBLIC_ROUTE, true), RouteConfig({ provesCaller: true }));
}

/** A route that needs no key: health, the error catalogue, partners' callbacks (which prove themselves by signature). */
export function Public(): MethodDecorator & ClassDecorator {
  return SetMetadata(PUBLIC_ROUTE, true);
}
