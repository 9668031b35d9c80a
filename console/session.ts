import { type Session } from './contract.js';
import { languageTag } from './language.js';
import { asProblem } from './problem.js';

/** Renewed this long before it would run out, for a request takes its time. */
const AHEAD_MS = 30_000;

/** Whoever is signed in; what proves it never leaves the memory of this page. */
export interface Credential {
  /** What to show as `Authorization: Bearer …`. */
  token(): Promise<string>;
  /** After a 401: whether it is worth asking once more. */
  renew(): Promise<boolean>;
  end(): Promise<void>;
}

export interface Proof {
  readonly tenantId: string;
  readonly email: string;
  readonly password: string;
  readonly code?: string;
}

/**
 * A person's session. The refresh token works once, and one that is shown twice ends the session: so it is not put where
 * a duplicated tab would find it too, and two requests that need a new token at the same time share one renewal.
 */
export class StaffCredential implements Credential {
  private renewing: Promise<void> | null = null;
  private renewAt: number;

  private constructor(private session: Session) {
    this.renewAt = deadlineOf(session);
  }

  /** @throws ProblemError when it is refused */
  static async signIn(proof: Proof): Promise<StaffCredential> {
    return new StaffCredential(await post('/v1/sessions', proof));
  }

  async token(): Promise<string> {
    if (performance.now() > this.renewAt) await this.once();
    return this.session.accessToken;
  }

  async renew(): Promise<boolean> {
    await this.once();
    return true;
  }

  async end(): Promise<void> {
    await fetch('/v1/me/sign-out', {
      method: 'POST',
      headers: { authorization: `Bearer ${this.session.accessToken}`, 'idempotency-key': crypto.randomUUID() },
      keepalive: true,
    }).catch(() => undefined);
  }

  private once(): Promise<void> {
    this.renewing ??= this.refresh().finally(() => {
      this.renewing = null;
    });
    return this.renewing;
  }

  private async refresh(): Promise<void> {
    this.session = await post('/v1/sessions/refresh', { refreshToken: this.session.refreshToken });
    this.renewAt = deadlineOf(this.session);
  }
}

/** A pasted API key: it lives long, so this page forgets it when it is left. */
export class KeyCredential implements Credential {
  constructor(private readonly key: string) {}

  token(): Promise<string> {
    return Promise.resolve(this.key);
  }

  renew(): Promise<boolean> {
    return Promise.resolve(false);
  }

  end(): Promise<void> {
    return Promise.resolve();
  }
}

function deadlineOf({ expiresIn }: Session): number {
  return performance.now() + expiresIn * 1000 - AHEAD_MS;
}

async function post(path: string, body: object): Promise<Session> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': languageTag() },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (answer?.ok !== true) throw await asProblem(answer);
  return (await answer.json()) as Session;
}
