import { Logger } from '@nestjs/common';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import { EVENT_CATALOGUE, type OutgoingEvent } from '../../contracts/events.js';
import { type JsonSchema } from '../../contracts/events/shape.js';

/** Our bug: what is said and what was promised differ. */
export class FaultyEventError extends Error {}

/**
 * Holds every event against its schema before it is written. A change of state is worth more than the form of its news: a
 * fault is logged and counted, and the event goes out as it is. In tests it fails the transaction instead.
 */
export class EventCheck {
  private readonly logger = new Logger(EventCheck.name);
  private readonly ajv = new Ajv2020({ strictRequired: true });
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(
    private readonly refuses: boolean,
    private readonly count: (type: string) => void = () => undefined,
  ) {
    (addFormats as unknown as (ajv: Ajv2020) => void)(this.ajv);
  }

  /** @throws FaultyEventError in tests */
  check(event: OutgoingEvent): void {
    const found = this.faultOf(event);
    if (found === null) return;
    const fault = `Event ${event.type} is not as its schema says: ${found}`;
    if (this.refuses) throw new FaultyEventError(fault);
    this.logger.error(fault);
    this.count(event.type);
  }

  private faultOf({ type, resource, data }: OutgoingEvent): string | null {
    if (!EVENT_CATALOGUE[type].about.includes(resource.type)) return `it is about a ${resource.type}`;
    const validate = this.validator(type);
    return validate(data) ? null : this.ajv.errorsText(validate.errors, { dataVar: 'data' });
  }

  /** Compiled when a type is first told of: a process tells of few. */
  private validator(type: OutgoingEvent['type']): ValidateFunction {
    let validate = this.validators.get(type);
    if (validate === undefined) {
      validate = this.ajv.compile(closed(EVENT_CATALOGUE[type].schema));
      this.validators.set(type, validate);
    }
    return validate;
  }
}

/** Receivers must bear fields that they do not know; we must not send any that nobody has written down. */
function closed(schema: JsonSchema): object {
  const { items, anyOf, properties } = schema;
  return {
    ...schema,
    ...(items === undefined ? {} : { items: closed(items) }),
    ...(anyOf === undefined ? {} : { anyOf: anyOf.map(closed) }),
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, closed(each)])),
          additionalProperties: false,
        }),
  };
}
