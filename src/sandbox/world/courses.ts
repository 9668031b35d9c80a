import { OUTCOMES } from './magic.js';
import { type Partner } from './partners.js';
import { Refusal } from './refusal.js';
import { type Scheduler } from './scheduler.js';
import { type Stories, type Story } from './stories.js';

/** Changes a story that is under way. @returns the step to do now; null where it is too late */
type Course<State> = (story: Story<State>, word: string) => string | null;

/** Not another way, but the next step of the same, now. */
const GO_ON = 'GO-ON';

/** Makes single stories go on or go another way while they are under way. */
export class Courses {
  private readonly taught = new Map<Partner, { readonly kind: string; readonly course: Course<never> }>();

  constructor(
    private readonly stories: Stories,
    private readonly scheduler: Scheduler,
  ) {}

  /** Says what can become of stories of one kind; one kind for each partner. */
  teach<State>(partner: Partner, kind: string, course: Course<State>): void {
    this.taught.set(partner, { kind, course });
  }

  /**
   * @param word one of the partner's outcomes, or GO-ON
   * @throws Refusal 404 without such a story, 409 where it is too late, 422 for a word that this partner does not know
   */
  turn(partner: Partner, reference: string, word: string): void {
    const taught = this.taught.get(partner);
    const story = taught === undefined ? null : this.stories.find({ partner, kind: taught.kind, reference });
    if (taught === undefined || story === null) throw new Refusal(404, 'NOT_FOUND', `${partner} knows no ${reference}`);
    if (word === GO_ON) {
      if (this.scheduler.hurryStory(story) === 0) throw tooLate(reference);
      return;
    }
    if (!Object.hasOwn(OUTCOMES[partner], word)) {
      const known = [GO_ON, ...Object.keys(OUTCOMES[partner])].join(', ');
      throw new Refusal(422, 'INVALID', `${partner} can do ${known}`);
    }
    const step = taught.course(story as Story<never>, word);
    if (step === null) throw tooLate(reference);
    story.parked = null;
    this.stories.save(story);
    this.scheduler.instead(story, step);
  }
}

function tooLate(reference: string): Refusal {
  return new Refusal(409, 'TOO_LATE', `${reference} is past that`);
}
