import { EVENT_CATALOGUE, type EventType } from '../../contracts/events.js';
import { type Language } from '../../kernel/sentence.js';
import { stateMachines } from '../../kernel/state-machine.js';
import { publicId } from '../../kernel/ids.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { SAY } from '../domain/webhooks.sentences.js';
import { type EventJson, resourceJson } from './event-json.js';

const EXAMPLE_EVENT = '0192dbd3-9e62-749b-a1d8-03d4e81c4d8b';
const EXAMPLE_RESOURCE = '0192dbd3-9e00-749b-a1d8-03d4e81c4d8b';
const EXAMPLE_ORDER = '0192dbd3-9d00-749b-a1d8-03d4e81c4d8b';

export interface Trigger {
  readonly resource: string;
  readonly command: string;
  readonly from: readonly string[];
  readonly to: string;
}

export interface EventTypeEntry {
  readonly type: EventType;
  readonly description: string;
  readonly resourceTypes: readonly string[];
  readonly raisedBy: readonly Trigger[];
  readonly schema: object;
  readonly example: EventJson;
}

/** What the platform may tell of. */
export const EventTypes = {
  all(language: Language): EventTypeEntry[] {
    return (Object.keys(EVENT_CATALOGUE) as EventType[]).map((type) => entryOf(type, language));
  },

  /** @throws ResourceNotFoundError when there is no such type */
  get(type: string, language: Language): EventTypeEntry {
    if (!isEventType(type)) throw new ResourceNotFoundError(SAY.no_such_event_type);
    return entryOf(type, language);
  },
};

export function isEventType(type: string): type is EventType {
  return Object.hasOwn(EVENT_CATALOGUE, type);
}

function entryOf(type: EventType, language: Language): EventTypeEntry {
  return {
    type,
    description: EVENT_CATALOGUE[type].says[language],
    resourceTypes: EVENT_CATALOGUE[type].about,
    raisedBy: triggersOf(type),
    schema: eventSchema(type),
    example: exampleOf(type),
  };
}

function triggersOf(type: EventType): Trigger[] {
  return stateMachines().flatMap(({ name, table }) =>
    Object.entries(table)
      .filter(([, { event }]) => event === type)
      .map(([command, { from, to }]) => ({ resource: name, command, from, to })),
  );
}

/** The whole event of this type, as it is sent. */
function eventSchema(type: EventType): object {
  const instant = { type: 'string', format: 'date-time' };
  const properties = {
    id: { type: 'string', pattern: '^evt_[0-7][0-9a-hjkmnp-tv-z]{25}$' },
    object: { const: 'event' },
    type: { const: type },
    schemaVersion: { type: 'integer', minimum: 1 },
    occurredAt: instant,
    livemode: { type: 'boolean' },
    resource: {
      type: 'object',
      properties: { type: { type: 'string' }, id: { type: 'string' }, url: { type: 'string' } },
      required: ['type', 'id', 'url'],
    },
    orderId: { type: ['string', 'null'] },
    sequence: { type: 'integer', minimum: 1 },
    changed: { type: 'array', items: { type: 'string' } },
    data: EVENT_CATALOGUE[type].schema,
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: type,
    type: 'object',
    properties,
    required: Object.keys(properties),
  };
}

/** An event that did not happen, and says so. */
export function sampleEvent(
  type: EventType,
  { eventId, occurredAt, livemode }: { eventId: string; occurredAt: Date; livemode: boolean },
): EventJson & { readonly test: true } {
  const made = { id: publicId('event', eventId), occurredAt: occurredAt.toISOString(), livemode };
  return { ...exampleOf(type), ...made, test: true };
}

function exampleOf(type: EventType): EventJson {
  const isOfOrder = !type.startsWith('webhooks.');
  return {
    id: publicId('event', EXAMPLE_EVENT),
    object: 'event',
    type,
    schemaVersion: 1,
    occurredAt: '2026-11-24T11:18:57.943Z',
    livemode: false,
    resource: resourceJson(EVENT_CATALOGUE[type].about[0], EXAMPLE_RESOURCE),
    orderId: isOfOrder ? publicId('order', EXAMPLE_ORDER) : null,
    sequence: 1,
    changed: ['state'],
    data: EVENT_CATALOGUE[type].example,
  };
}
