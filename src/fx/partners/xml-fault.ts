import { type Sentence } from '../../kernel/sentence.js';
import { told } from '../../kernel/sentence.js';

/** Where something stands in a document, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Why a document cannot be read on, and where. Whoever reads it says so in terms of what it should have been. */
export class XmlFault extends Error {
  constructor(
    readonly sentence: Sentence,
    readonly place: Place,
  ) {
    super(told(sentence, 'en'));
    this.name = 'XmlFault';
  }
}
