import { type OpenAPIObject } from '@nestjs/swagger';

import { ANY_SCOPE, isForPeople, type Scope, SCOPES } from '../auth/scopes.js';

type Schemes = NonNullable<NonNullable<OpenAPIObject['components']>['securitySchemes']>;
type Scheme = Exclude<Schemes[string], { $ref: string }>;
type Security = NonNullable<OpenAPIObject['security']>;

/** Every way in; the page at `/docs` signs in by each of them. */
export const SECURITY_SCHEMES = {
  apiKey: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'opaque',
    description: 'For programs: an API key, `ek_test_…` or `ek_live_…`',
  },
  oauth: {
    type: 'oauth2',
    description:
      'For programs: short-lived access tokens, for a client of `POST /v1/oauth-clients`. JWTs by RFC 9068, made and verified as RFC8725 advises',
    flows: {
      clientCredentials: {
        tokenUrl: '/oauth/token',
        scopes: Object.fromEntries(SCOPES.map((scope) => [scope, meaningOf(scope)])),
      },
    },
  },
  staff: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description:
      'For people: the `accessToken` that `POST /v1/sessions` answers. A JWT by RFC 9068, made and verified as RFC8725 advises',
  },
} satisfies Record<string, Scheme>;

/** The same scope by whichever way, but only OAuth has a place to name it; what takes a person is for people. */
export function securityFor(scope: Scope): Security {
  if (isForPeople(scope)) return [{ staff: [] }];
  return [{ apiKey: [] }, { oauth: scope === ANY_SCOPE ? [] : [scope] }, { staff: [] }];
}

function meaningOf(scope: string): string {
  const [what = '', how = ''] = scope.split(':');
  return `${how} ${what.replaceAll('_', ' ')}`;
}
