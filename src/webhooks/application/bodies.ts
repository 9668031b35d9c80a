import { type DueDelivery } from './claim-due.js';
import { type EventJson, type EventRow, toEventJson } from './event-json.js';

/** What is sent, made once per event and payload, whatever the number of receivers. */
export class Bodies {
  private readonly full: ReadonlyMap<string, EventJson>;
  private readonly texts = new Map<string, string>();

  constructor(rows: readonly EventRow[]) {
    this.full = new Map(rows.map((row) => [row.id, toEventJson(row)]));
  }

  of({ event_id: id, payload, sample }: Pick<DueDelivery, 'event_id' | 'payload' | 'sample'>): string {
    const name = `${payload} ${id}`;
    let text = this.texts.get(name);
    if (text === undefined) {
      const event = sample === null ? this.full.get(id) : (JSON.parse(sample) as EventJson);
      text = event === undefined ? '' : JSON.stringify(payload === 'thin' ? thinned(event) : event);
      this.texts.set(name, text);
    }
    return text;
  }
}

/** What happened to what: who wants the facts reads the resource, or the event. */
function thinned({ data: _data, changed: _changed, ...rest }: EventJson): object {
  return rest;
}
