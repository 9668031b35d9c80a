import { tryParseId } from '../../kernel/ids.js';
import { type View } from '../database/session.js';

/** An actor of no tenant of ours, or one that nobody made, has nobody behind it that we know. */
const BEHIND = `
  SELECT DISTINCT person FROM (
    SELECT unnest($2::uuid[]) AS person
    UNION ALL SELECT unnest(made_by) FROM platform.api_key WHERE tenant_id = $1 AND id = ANY($3::uuid[])
    UNION ALL SELECT unnest(made_by) FROM platform.oauth_client WHERE tenant_id = $1 AND id = ANY($4::uuid[])) AS behind
  ORDER BY person`;

const KINDS = { user: 'user', api_key: 'apiKey', client: 'oauthClient' } as const;

/**
 * The people of the tenant who are behind these actors of the audit: themselves, or whoever has seen a secret of the key
 * or client. A key that was made by a key has the same people behind it.
 */
export async function personsBehind(view: View, actors: readonly string[]): Promise<string[]> {
  const of = (kind: keyof typeof KINDS): string[] =>
    actors.flatMap((actor) =>
      actor.startsWith(`${kind}:`) ? (tryParseId(KINDS[kind], actor.slice(kind.length + 1)) ?? []) : [],
    );
  const ids = [of('user'), of('api_key'), of('client')];
  if (ids.every(({ length }) => length === 0)) return [];
  const rows = await view.query<{ person: string }>(BEHIND, [view.tenantId, ...ids]);
  return rows.map(({ person }) => person);
}
