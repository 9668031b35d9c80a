import { EVENT_CATALOGUE } from '../contracts/events.js';
import { EventTypes } from './application/event-types.js';

/** What all types have in common, as the reference of `GET /v1/events` describes it. */
const EVENT = { $ref: '#/components/schemas/EventDto' };

/** The `webhooks` of an OpenAPI document: what the platform sends, by type. */
export function describeWebhooks(): Record<string, object> {
  return Object.fromEntries(
    EventTypes.all('en').map(({ type, description, example }) => {
      const properties = { type: { const: type }, data: EVENT_CATALOGUE[type].schema };
      const schema = { allOf: [EVENT, { type: 'object', properties }] };
      const post = {
        operationId: operationIdOf(type),
        summary: type,
        // The receiver is not ours to guard; it knows us by the signature.
        security: [],
        description,
        requestBody: { required: true, content: { 'application/json': { schema, example } } },
        responses: { '2XX': { description: 'Taken; anything else, and it is sent again' } },
      };
      return [type, { post }];
    }),
  );
}

/** `onCustomsDeclarationReleased`. */
function operationIdOf(type: string): string {
  return `on${type.replace(/(?:^|[._])([a-z])/g, (_all, letter: string) => letter.toUpperCase())}`;
}
