/** The pack of the learner's own cards: begun with the first one, and a pack like any other from then on. */
import { isSeq, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { idIn, ownPack } from '../../core/pack/packId.js';
import type { LearningEvent } from '../../core/progress/event.js';
import { packText } from '../authoring/packTexts.js';
import { slugOf } from '../authoring/slug.js';
import type { Texts } from '../ports.js';
import { packFile } from './cardsFolder.js';
import { cardText, ownSnippet, ownTopic, titleOf } from './ownCard.js';
import type { OwnCard } from './ownCard.js';

/** The folders of the pack. */
export interface CardTexts {
  readonly pack: Texts;
  readonly questions: Texts;
  readonly quizzes: Texts;
}

/** What stands in the pack, for the learner. */
export interface CardWords {
  readonly title: string;
  readonly description: string;
  /** Also the title of the quiz of programs. */
  readonly prints: string;
  /** The file cannot be changed as it is. */
  readonly damaged: (file: string) => string;
}

export interface AddedCard {
  /** As the catalog has it. */
  readonly question: string;
  /** What makes it a card that is asked. */
  readonly event: LearningEvent;
}

/** The id of the quiz whose items are programs of the learner's. */
const printsQuiz = 'what-it-prints';
const printsFile = `${printsQuiz}.yaml`;

export class OwnCards {
  constructor(
    private readonly texts: CardTexts,
    private readonly words: CardWords,
  ) {}

  /**
   * Rejects with a sentence for the user when it cannot be written.
   *
   * @param now milliseconds since 1970; part of the id, so that no later card takes the history of a deleted one
   */
  async add(card: OwnCard, now: number): Promise<AddedCard> {
    const { prints } = this.words;
    const slug = slugOf(titleOf(card, '')).slice(0, 40).replace(/-$/, '') || 'card';
    const id = `${slug}-${now.toString(36)}`;
    const question = idIn(ownPack, id);
    // First, since the quiz may be one that cannot be changed.
    if (card.kind === 'prints') await this.addItem(id);
    await this.texts.questions.write(`${id}.md`, cardText(card, prints));
    await this.beginPack();
    const quiz = idIn(ownPack, printsQuiz);
    const asked = card.kind === 'prints' ? (`item/${quiz}/${id}` as const) : undefined;
    return { question, event: { kind: 'added', card: asked ?? `question/${question}`, question } };
  }

  /** @param id of its question, within the pack */
  async remove(id: string): Promise<void> {
    await this.changeItems((items) => {
      const at = items.findIndex((each) => each['question'] === id);
      if (at >= 0) items.splice(at, 1);
    });
    await this.texts.questions.remove(`${id}.md`);
    const isLast = (await this.texts.questions.names()).every((name) => !name.endsWith('.md'));
    if (isLast) await this.texts.pack.remove(packFile);
  }

  private addItem(id: string): Promise<void> {
    const snippet = `${id}/${ownSnippet}`;
    const prompt = this.words.prints;
    return this.changeItems((items) => {
      items.push({ id, question: id, kind: 'output', level: 'core', prompt, snippet });
    });
  }

  private async beginPack(): Promise<void> {
    if ((await this.texts.pack.read(packFile)) !== undefined) return;
    const { title, description } = this.words;
    const topics = [{ id: ownTopic, title, description: '' }];
    await this.texts.pack.write(packFile, packText({ id: ownPack, title, description, topics }));
  }

  /** Of the quiz, whose other lines and comments stay as the learner has them. */
  private async changeItems(change: (items: Item[]) => void): Promise<void> {
    const text = await this.texts.quizzes.read(printsFile);
    const quiz = parseDocument(text ?? `title: ${JSON.stringify(this.words.prints)}\nitems: []\n`);
    const list = quiz.get('items');
    if (quiz.errors.length > 0 || !isSeq(list))
      throw new Error(this.words.damaged(`quizzes/${printsFile}`));
    const before = list.toJSON() as Item[];
    const items = [...before];
    change(items);
    if (items.length === before.length) return;
    list.items = items.map((item) => list.items[before.indexOf(item)] ?? quiz.createNode(item));
    list.flow = false;
    await this.write(quiz, items.length);
  }

  /** A quiz without items is none. */
  private async write(quiz: Document, items: number): Promise<void> {
    if (items === 0) await this.texts.quizzes.remove(printsFile);
    else await this.texts.quizzes.write(printsFile, quiz.toString({ lineWidth: 0 }));
  }
}

type Item = Readonly<Record<string, unknown>>;
