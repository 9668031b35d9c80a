import { type Reply } from './request.js';

/** Puts the row version on the answer as a strong ETag. */
export function withETag<Body extends { readonly version: number }>(reply: Reply, body: Body): Body {
  void reply.header('ETag', `"${body.version}"`);
  return body;
}
