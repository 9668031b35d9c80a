import { type ApiAnswer } from './api-client.js';

/** The answer to whoever comes while the first still runs. */
export function isToldToWait({ status, body, headers }: ApiAnswer): boolean {
  return status === 409 && body['code'] === 'IDEMPOTENCY.IN_PROGRESS' && headers['retry-after'] !== undefined;
}

/** A secret is shown with the first answer, and never again. */
export function withoutSecret(text: string): string {
  return text.replace(/"(apiKey|secret|clientSecret|invitation|subscriptionUrl)":("[^"]*"|null)/, '"$1":…');
}
