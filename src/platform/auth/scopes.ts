import { applyDecorators, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';

/** Every right a key can have: a module, and whether it may change things. */
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
] as const;
export type Scope = (typeof SCOPES)[number];

export const REQUIRED_SCOPE = 'entrepot:scope';
export const PUBLIC_ROUTE = 'entrepot:public';

/**
 * The scope a key needs for this route. A route without one and without @Public is refused to everybody. A costly route
 * works through much at once; what a client may ask of all of them together is less than of the others.
 */
export function RequiresScope(scope: Scope, { isCostly = false } = {}): MethodDecorator {
  return applyDecorators(SetMetadata(REQUIRED_SCOPE, scope), RouteConfig({ scope, isCostly }));
}

/** A route that needs no key: health, the error catalogue, partners' callbacks (which prove themselves by signature). */
export function Public(): MethodDecorator & ClassDecorator {
  return SetMetadata(PUBLIC_ROUTE, true);
}
