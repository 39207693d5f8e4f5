/** Which questions the learner knows least, by all that was asked about them. */
import type { CardId, LearningEvent, Rating } from '../progress/event.js';
import type { Day } from './days.js';

export interface QuestionStrength {
  readonly question: string;
  /** 0 to 1: the mean of what is known of its items, reviews and interviews, the latest counting most. */
  readonly strength: number;
  readonly tries: number;
  /** Tries that failed, at least in part. */
  readonly misses: number;
  readonly last: Day;
}

interface Known {
  strength: number;
  tries: number;
  misses: number;
  last: Day;
}

/** How much the latest try counts against all before it. */
const weightOfLatest = 0.5;
const scoreOf: Readonly<Record<Rating, number>> = { 1: 0, 2: 0.6, 3: 0.9, 4: 1 };
/** From here on a try counts as a success: *Good*, or an answer that is almost right. */
const success = 0.85;

export class Strengths {
  /** Of each question, what is known by each way in which it is asked. */
  private readonly questions = new Map<string, Map<string, Known>>();
  private readonly questionOfItem = new Map<CardId, string>();

  apply(event: LearningEvent, day: Day): void {
    switch (event.kind) {
      case 'answered': {
        const card: CardId = `item/${event.quiz}/${event.item}`;
        this.questionOfItem.set(card, event.question);
        this.learn(event.question, card, event.score, day);
        break;
      }
      case 'predicted':
        this.learn(event.question, `snippet/${event.snippet}`, event.right ? 1 : 0, day);
        break;
      case 'rated': {
        const question = this.questionOf(event.card);
        if (question !== undefined) this.learn(question, event.card, scoreOf[event.rating], day);
        break;
      }
      case 'interviewed':
        for (const { question, points } of event.questions) {
          if (points.length === 0) continue;
          const sum = points.reduce((total, { rating }) => total + rating, 0);
          this.learn(question, 'interview', sum / (2 * points.length), day);
        }
        break;
      default: // Reading alone shows nothing.
        break;
    }
  }

  /** Every question that was asked about, in no order. */
  all(): readonly QuestionStrength[] {
    return [...this.questions].map(([question, ways]) => {
      const known = [...ways.values()];
      const sum = (of: (each: Known) => number): number =>
        known.reduce((total, each) => total + of(each), 0);
      return {
        question,
        strength: sum(({ strength }) => strength) / known.length,
        tries: sum(({ tries }) => tries),
        misses: sum(({ misses }) => misses),
        last: Math.max(...known.map(({ last }) => last)),
      };
    });
  }

  private questionOf(card: CardId): string | undefined {
    return card.startsWith('question/')
      ? card.slice('question/'.length)
      : this.questionOfItem.get(card);
  }

  private learn(question: string, way: string, score: number, day: Day): void {
    const ways = this.questions.get(question) ?? new Map<string, Known>();
    this.questions.set(question, ways);
    const known = ways.get(way);
    const missed = score < success ? 1 : 0;
    if (!known) {
      ways.set(way, { strength: score, tries: 1, misses: missed, last: day });
      return;
    }
    known.strength += weightOfLatest * (score - known.strength);
    known.tries++;
    known.misses += missed;
    known.last = day;
  }
}

/** The weakest first; what is known well is left out. `recall` gives the chance that a question is recalled now. */
export function weakest(
  strengths: readonly QuestionStrength[],
  recall: (question: string) => number | undefined,
  limit: number,
): readonly QuestionStrength[] {
  return strengths
    .map((each) => ({ ...each, strength: each.strength * (recall(each.question) ?? 1) }))
    .filter(({ strength }) => strength < success)
    .sort(
      (one, other) =>
        one.strength - other.strength ||
        other.misses - one.misses ||
        (one.question < other.question ? -1 : 1),
    )
    .slice(0, limit);
}
