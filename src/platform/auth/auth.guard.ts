import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';

import { type Request } from '../http/request.js';
import { MissingScopeError, UnauthenticatedError } from '../http/request.errors.js';
import { SAY } from '../platform.sentences.js';
import { PUBLIC_ROUTE, REQUIRED_SCOPE, type Scope } from './scopes.js';

/** The one place where a request is let in: the key that admission verified, and the scope that the route names. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC_ROUTE, targets) === true) return true;
    const { principal } = context.switchToHttp().getRequest<Request>();
    if (principal === undefined) throw new UnauthenticatedError(SAY.no_valid_key);
    const scope = this.reflector.getAllAndOverride<Scope | undefined>(REQUIRED_SCOPE, targets);
    if (scope === undefined || !principal.scopes.has(scope)) {
      throw new MissingScopeError(SAY.scope_lacking, { scope: scope ?? 'none' });
    }
    return true;
  }
}
