import type { Answer } from '../../core/quiz/answer.js';
import type { ItemModel } from '../../protocol/quiz.js';
import { ChoiceInput } from '../items/choiceInput.js';
import { CodeInput } from './codeInput.js';
import type { CodeActions } from './codeInput.js';
import { DefectInput } from '../items/defectInput.js';
import { OrderInput } from '../items/orderInput.js';
import { TextInput } from '../items/textInput.js';

/** Where the learner answers an item of one kind. */
export interface AnswerInput {
  readonly element: HTMLElement;
  /** Undefined while there is nothing to check. */
  value(): Answer | undefined;
  focus(): void;
  /** The answer is in a file, which the host reads. */
  readonly fromFile?: boolean;
  /** Handles a key that the page got; true when it was for this input. */
  key?(event: KeyboardEvent): boolean;
}

export function answerInput(model: ItemModel, codeActions: CodeActions): AnswerInput {
  const { asked, given } = model;
  switch (asked.kind) {
    case 'single':
    case 'multiple':
      return new ChoiceInput(asked, given, model.verdict);
    case 'output':
    case 'text':
      return new TextInput(asked, given, model.verdict !== undefined);
    case 'order':
      return new OrderInput(asked, given, model.verdict !== undefined);
    case 'code':
      return new CodeInput(model, asked, codeActions);
    case 'defect':
      return new DefectInput(asked, given, model.verdict);
  }
}
