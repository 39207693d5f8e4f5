import * as vscode from 'vscode';
import type { TopicNode } from '../../app/topics/topicNode.js';
import { levelWords } from '../../core/levelWords.js';
import { plainText } from '../../core/plainText.js';
import { treeRow } from '../../hosts/vscode/ui/treeRow.js';
import { groupItem } from './groupItem.js';

/** The row of a topic's exercises: how many there are. */
export function exercisesItem(
  { id, exercises }: Extract<TopicNode, { kind: 'exercises' }>,
  isFiltered: boolean,
): vscode.TreeItem {
  const label = vscode.l10n.t('Exercises');
  const description = String(exercises.length);
  const spoken = vscode.l10n.t('Exercises, {0}', exercises.length);
  return groupItem(
    { id, label, icon: 'code', context: 'exercises', description, spoken },
    isFiltered,
  );
}

/** An exercise’s row: how hard it is and how long it takes. */
export function exerciseItem({
  id,
  exercise,
}: Extract<TopicNode, { kind: 'exercise' }>): vscode.TreeItem {
  const { title, short, level, minutes } = exercise;
  const description = vscode.l10n.t('{0} · {1} minutes', levelWords(level), minutes);
  const item = treeRow({
    id,
    label: short ?? title,
    description,
    tooltip: [title],
    icon: new vscode.ThemeIcon('code'),
    context: ';exercise;',
    spoken: `${vscode.l10n.t('Exercise')} ${plainText(title)}, ${description}`,
  });
  item.command = {
    command: 'interviewLab.startExercise',
    title: vscode.l10n.t('Start Exercise'),
    arguments: [exercise.id],
  };
  return item;
}
