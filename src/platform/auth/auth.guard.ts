import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';

import { type Request } from '../http/request.js';
import { MissingScopeError, UnauthenticatedError } from '../http/request.errors.js';
import { SAY } from '../platform.sentences.js';
import { SAY as AUTH } from './auth.sentences.js';
import { Refusals, whenceOf } from './refusals.js';
import { ANY_SCOPE, PUBLIC_ROUTE, REQUIRED_SCOPE, type Scope } from './scopes.js';

/** The one place where a request is let in: by the credential that admission verified, and the scope that the route names. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly refusals: Refusals,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    const request = context.switchToHttp().getRequest<Request>();
    const { principal, refusal } = request;
    const isPublic = this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC_ROUTE, targets) === true;
    // Only routes with a scope look at credentials: on others neither is ever set.
    if (isPublic && principal === undefined && refusal === undefined) return true;
    if (principal === undefined) throw refusal ?? new UnauthenticatedError(AUTH.no_credential);
    const scope = this.reflector.getAllAndOverride<Scope | undefined>(REQUIRED_SCOPE, targets);
    if (scope === undefined || (scope !== ANY_SCOPE && !principal.scopes.has(scope))) {
      const error = new MissingScopeError(SAY.scope_lacking, { scope: scope ?? 'none' });
      this.refusals.note(principal, error, whenceOf(request));
      throw error;
    }
    return true;
  }
}
