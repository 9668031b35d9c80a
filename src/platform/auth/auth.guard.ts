import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';

import { type Principal, type Request } from '../http/request.js';
import { MissingScopeError, UnauthenticatedError } from '../http/request.errors.js';
import { SAY } from '../platform.sentences.js';
import { SAY as AUTH } from './auth.sentences.js';
import { ActingFor } from './mandates/acting-for.js';
import { Refusals, whenceOf } from './refusals.js';
import { ANY_SCOPE, PUBLIC_ROUTE, REQUIRED_SCOPE, type Scope } from './scopes.js';

/**
 * The one place where a request is let in: by the credential that admission verified, and the scope that the route names;
 * for another tenant, where it says so, by the mandate between the two.
 */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly refusals: Refusals,
    private readonly actingFor: ActingFor,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const request = context.switchToHttp().getRequest<Request>();
    const { principal, refusal } = request;
    const isPublic = this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC_ROUTE, targets) === true;
    // Only routes with a scope look at credentials: on others neither is ever set.
    if (isPublic && principal === undefined && refusal === undefined) return true;
    if (principal === undefined) throw refusal ?? new UnauthenticatedError(AUTH.no_credential);
    const scope = this.reflector.getAllAndOverride<Scope | undefined>(REQUIRED_SCOPE, targets);
    const { 'acting-for': named } = request.headers;
    if (named !== undefined) return this.letActFor(request, principal, named, scope);
    if (scope === undefined || (scope !== ANY_SCOPE && !principal.scopes.has(scope))) {
      const error = new MissingScopeError(SAY.scope_lacking, { scope: scope ?? 'none' });
      this.refusals.note(principal, error, whenceOf(request));
      throw error;
    }
    return true;
  }

  /** From here on the request is one of the tenant that it names. */
  private async letActFor(
    request: Request,
    own: Principal,
    named: string | string[],
    scope: Scope | undefined,
  ): Promise<boolean> {
    request.principal = await this.actingFor.enter(request, own, named, scope ?? 'none');
    return true;
  }
}
