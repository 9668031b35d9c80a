const ROUTE = 'v1/inbound/inbox';
const OWNER_AND_TOKEN = /^ten_[0-7][0-9a-hjkmnp-tv-z]{25}\/[\w-]{43}$/;

/** Where the platform itself receives webhooks for a tenant. Whoever knows the token can put something there. */
export function inboxAddress(publicUrl: string, tenant: string, token: string): string {
  return `${startOf(publicUrl)}${tenant}/${token}`;
}

/** Whether it is the address of an inbox of this installation, and nothing else about it. */
export function isInboxAddress(url: string, publicUrl: string): boolean {
  const start = startOf(publicUrl);
  return url.startsWith(start) && OWNER_AND_TOKEN.test(url.slice(start.length));
}

function startOf(publicUrl: string): string {
  return new URL(`${publicUrl}/${ROUTE}/`).href;
}
