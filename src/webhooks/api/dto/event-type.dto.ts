import { JsonField, ListField, TextField, TextListField } from '../../../platform/http/fields.js';
import { type EventTypeEntry } from '../../application/event-types.js';

class EventTriggerDto {
  @TextField({ description: 'The state machine', example: 'declaration', max: 50 })
  readonly resource!: string;

  @TextField({ description: 'The command or answer that raises it', example: 'release', max: 50 })
  readonly command!: string;

  @TextListField({ description: 'States in which it may come', example: ['accepted', 'inspecting'], maxLength: 50 })
  readonly from!: readonly string[];

  @TextField({ description: 'The state it leads to', example: 'released', max: 50 })
  readonly to!: string;
}

export class EventTypeDto {
  @TextField({ description: 'Its name', example: 'customs.declaration.released', max: 100 })
  readonly type!: string;

  @TextField({
    description: 'What it says, in the language of `Accept-Language`',
    example: 'the goods may leave (放行)',
  })
  readonly description!: string;

  @TextListField({ description: 'What `resource.type` may be', example: ['declaration'], maxLength: 50 })
  readonly resourceTypes!: readonly string[];

  @ListField(() => EventTriggerDto, {
    description: 'What raises it; empty where it is told at the birth of a resource, or without a change of state',
  })
  readonly raisedBy!: readonly EventTriggerDto[];

  static from(this: void, { type, description, resourceTypes, raisedBy }: EventTypeEntry): EventTypeDto {
    return { type, description, resourceTypes, raisedBy };
  }
}

export class EventTypeDetailDto extends EventTypeDto {
  @JsonField({
    description: 'JSON Schema (2020-12) of the whole event',
    example: { type: 'object', properties: { type: { const: 'customs.declaration.released' } } },
  })
  readonly schema!: object;

  @JsonField({ description: 'One such event', example: { type: 'customs.declaration.released' } })
  readonly example!: object;

  static of(this: void, entry: EventTypeEntry): EventTypeDetailDto {
    const { schema, example } = entry;
    return { ...EventTypeDto.from(entry), schema, example };
  }
}

export class EventTypeListDto {
  @ListField(() => EventTypeDto, { description: 'Every type', max: 1_000 })
  readonly data!: EventTypeDto[];
}
