import { Injectable } from '@nestjs/common';

import { SAY } from '../domain/ceb/ceb.sentences.js';
import { type CebJson, checkMessage } from '../domain/ceb/check-message.js';
import { type CebFinding, CebFindings } from '../domain/ceb/finding.js';
import { type Message } from '../domain/ceb/layout.js';
import { CEB_NAMESPACE, messageNamed } from '../domain/ceb/messages.js';
import { CebXml } from '../partners/ceb-xml.port.js';

export interface Conversion {
  /** Null: it is no message that we know. */
  readonly message: string | null;
  readonly findings: readonly CebFinding[];
  /** As far as it could be read. */
  readonly json: Readonly<Record<string, unknown>> | null;
  /** What we write of the JSON; null where it must not leave. */
  readonly xml: string | null;
}

/** Turns messages of cross-border e-commerce from XML into JSON and back, and says what is wrong with them. */
@Injectable()
export class CebConversions {
  constructor(private readonly xml: CebXml) {}

  /** Reads a message that came, and writes it again. */
  ofXml(xml: string): Conversion {
    const findings = new CebFindings();
    const { message, json } = this.xml.read(xml, findings);
    return message === null ? unknown(findings) : this.converted(message, json ?? {}, findings);
  }

  /** @param name of the root: `CEB303Message` */
  ofJson(name: string, json: object): Conversion {
    const findings = new CebFindings();
    const message = messageNamed(name);
    if (message !== undefined) return this.converted(message, json as Readonly<Record<string, unknown>>, findings);
    findings.note('', 'message', SAY.unknown_message({ name, namespace: CEB_NAMESPACE }));
    return unknown(findings);
  }

  private converted(message: Message, json: NonNullable<Conversion['json']>, findings: CebFindings): Conversion {
    checkMessage(json, message, this.xml.breachOfMarkup, findings);
    const xml = findings.all.length === 0 ? this.xml.write(json as CebJson, message) : null;
    return { message: message.name, findings: findings.all, json, xml };
  }
}

function unknown({ all }: CebFindings): Conversion {
  return { message: null, findings: all, json: null, xml: null };
}
