import * as vscode from 'vscode';
import type { Services } from '../../platform/services.js';
import type { TopicNode } from './topicNode.js';

/** A quiz’s row: how many of its items were answered rightly. */
export function quizItem(
  { id, quiz }: Extract<TopicNode, { kind: 'quiz' }>,
  progress: Services['progress'],
): vscode.TreeItem {
  const scores = [...progress.scores(quiz.id).values()];
  const right = scores.filter((score) => score >= 1).length;
  const item = new vscode.TreeItem(quiz.title);
  item.id = id;
  item.iconPath = new vscode.ThemeIcon('question');
  item.contextValue = ';quiz;';
  item.description =
    scores.length === 0
      ? vscode.l10n.t('{0} items', quiz.size)
      : vscode.l10n.t('{0}/{1} right', right, quiz.size);
  item.tooltip = quiz.description;
  item.command = {
    command: 'interviewLab.startQuiz',
    title: vscode.l10n.t('Start Quiz'),
    arguments: [quiz.id],
  };
  item.accessibilityInformation = {
    label: `${vscode.l10n.t('Quiz')} ${quiz.title}, ${item.description}`,
  };
  return item;
}
