import { type CebJson, type MarkupCheck } from '../domain/ceb/check-message.js';
import { type CebFindings } from '../domain/ceb/finding.js';
import { type Message } from '../domain/ceb/layout.js';

export interface ReadMessage {
  /** Null: it is none that we know. */
  readonly message: Message | null;
  /** As far as it could be read. */
  readonly json: Readonly<Record<string, unknown>> | null;
}

/** The official XML of cross-border e-commerce (跨境电商统一版), both ways. Pure. */
export abstract class CebXml {
  /**
   * Notes what JSON cannot show: elements that are not in the layout, at the wrong place or too often, attributes, stray
   * text. Whether the values fit is for `checkMessage` to say.
   */
  abstract read(xml: string, findings: CebFindings): ReadMessage;

  /** @param json as `checkMessage` has found it good */
  abstract write(json: CebJson, message: Message): string;

  abstract readonly breachOfMarkup: MarkupCheck;
}
