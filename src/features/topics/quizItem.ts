import * as vscode from 'vscode';
import { plainText } from '../../core/plainText.js';
import { itemCount } from '../../hosts/vscode/ui/itemCount.js';
import { treeRow } from '../../hosts/vscode/ui/treeRow.js';
import type { Services } from '../../hosts/vscode/services.js';
import type { TopicNode } from '../../app/topics/topicNode.js';

/** A quiz’s row: how many of its items were answered rightly. */
export function quizItem(
  { id, quiz, topic }: Extract<TopicNode, { kind: 'quiz' }>,
  progress: Services['progress'],
): vscode.TreeItem {
  const scores = [...progress.scores(quiz.id).values()];
  const right = scores.filter((score) => score >= 1).length;
  const description =
    scores.length === 0 ? itemCount(quiz.size) : vscode.l10n.t('{0}/{1} right', right, quiz.size);
  const item = treeRow({
    id,
    // Among the questions of its topic, its name would only repeat the topic's.
    label: topic?.title === quiz.title ? vscode.l10n.t('Quiz') : quiz.title,
    description,
    tooltip: [quiz.title, quiz.description],
    icon: new vscode.ThemeIcon('checklist'),
    context: ';quiz;',
    spoken:
      topic?.title === quiz.title
        ? `${vscode.l10n.t('Quiz on this topic')}, ${description}`
        : `${vscode.l10n.t('Quiz')} ${plainText(quiz.title)}, ${description}`,
  });
  item.command = {
    command: 'interviewLab.startQuiz',
    title: vscode.l10n.t('Start Quiz'),
    arguments: [quiz.id],
  };
  return item;
}
