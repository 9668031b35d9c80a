import { isForPeople, PERSON_SCOPES, type Scope, SCOPES, SELF_SCOPE } from '../scopes.js';

export const ROLES = ['owner', 'operator', 'finance', 'approver', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** What a tenant's business is read by; not who may come in, nor the machine room. */
const BUSINESS_READS: readonly Scope[] = [
  'orders:read',
  'parties:read',
  'customs:read',
  'freight:read',
  'fx:read',
  'tax_refund:read',
  'financing:read',
  'ledger:read',
  'catalogue:read',
  'calculations:use',
  'events:read',
  'bulk:read',
  'approvals:read',
];

/** The whole of it: what each role may do, in the scopes that operations ask for. */
const SCOPES_OF_ROLE: Readonly<Record<Role, readonly Scope[]>> = {
  /** Everything, and alone who may come in. */
  owner: [...SCOPES, ...PERSON_SCOPES],
  /** Carries orders through. */
  operator: [
    ...BUSINESS_READS,
    'orders:write',
    'parties:write',
    'catalogue:write',
    'customs:write',
    'freight:write',
    'tax_refund:write',
    'approvals:request',
    'webhooks:read',
    'operations:read',
    'operations:write',
    'bulk:write',
  ],
  /** Moves money and claims it back; approves what others would move, where a policy names the role. */
  finance: [
    ...BUSINESS_READS,
    'fx:write',
    'financing:write',
    'tax_refund:write',
    'approvals:request',
    'approvals:decide',
    'audit:read',
    'bulk:write',
  ],
  /** Looks at what others have prepared, and at who did, and approves it; makes nothing, so that it never approves its own. */
  approver: [...BUSINESS_READS, 'approvals:decide', 'audit:read'],
  viewer: BUSINESS_READS,
};

/** Of several roles together, and with what everybody may do with their own sign-in. */
export function scopesOf(roles: readonly Role[]): ReadonlySet<Scope> {
  return new Set<Scope>([SELF_SCOPE, ...roles.flatMap((role) => SCOPES_OF_ROLE[role])]);
}

/** What these roles add to what everybody has. */
export function allowedBy(roles: readonly Role[]): Scope[] {
  return [...scopesOf(roles)].filter((scope) => scope !== SELF_SCOPE);
}

/** What can be given and taken by whoever has it: not what everybody has, nor what only people can have. */
export function givenBy(roles: readonly Role[]): Scope[] {
  return [...scopesOf(roles)].filter((scope) => !isForPeople(scope));
}
