import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';

import { type Request } from '../http/request.js';
import { MissingScopeError, UnauthenticatedError } from '../http/request.errors.js';
import { SAY } from '../platform.sentences.js';
import { Authenticator } from './authenticator.js';
import { PUBLIC_ROUTE, REQUIRED_SCOPE, type Scope } from './scopes.js';

/** The one place where a request is let in: a verified key, and the scope that the route names. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC_ROUTE, targets) === true) return true;
    const request = context.switchToHttp().getRequest<Request>();
    const key = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const verified = key === undefined ? null : await this.authenticator.verify(key);
    if (verified === null) throw new UnauthenticatedError(SAY.no_valid_key);
    const scope = this.reflector.getAllAndOverride<Scope | undefined>(REQUIRED_SCOPE, targets);
    if (scope === undefined || !verified.scopes.has(scope)) {
      throw new MissingScopeError(SAY.scope_lacking, { scope: scope ?? 'none' });
    }
    request.principal = { ...verified, traceparent: request.traceparent };
    return true;
  }
}
