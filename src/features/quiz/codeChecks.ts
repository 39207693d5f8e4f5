/** Runs what a learner wrote, and code that an item shows, with the user's own Python. */
import * as vscode from 'vscode';
import type { CodeItem, OutputItem } from '../../core/pack/pack.js';
import type { Interpreter } from '../../core/python/interpreter.js';
import { unmetNeeds } from '../../core/python/needs.js';
import { faultMessage } from '../../hosts/vscode/messages/faultMessage.js';
import { needsMessage } from '../../hosts/vscode/messages/needMessages.js';
import { judgeCode, runAnswer } from '../../app/quiz/judgeCode.js';
import type { JudgeServices } from '../../app/quiz/judgeCode.js';
import { checkSeconds } from '../../core/quiz/codeCheck.js';
import type { Checked } from '../../core/quiz/grade.js';
import type { Services } from '../../hosts/vscode/services.js';

type RunServices = Pick<Services, 'files' | 'interpreters' | 'machine' | 'runner'>;

/** One result a check, or a sentence for the user that says why the code could not be run. */
export async function checkCode(
  services: RunServices,
  item: CodeItem,
  code: string,
): Promise<Checked> {
  try {
    const interpreter = await usableInterpreter(services, item.python);
    return await judgeCode(judgeServices(services), interpreter, code, item.checks);
  } catch (error) {
    return { unchecked: faultMessage(error) };
  }
}

/** What code of an item prints, errors included. */
export async function runOutput(
  services: RunServices,
  { python }: CodeItem | OutputItem,
  code: string,
): Promise<string> {
  const interpreter = await usableInterpreter(services, python);
  const result = await runAnswer(judgeServices(services), interpreter, code);
  const ending = result.ended === 'timeout' ? `\n(ended after ${checkSeconds} seconds)` : '';
  return `${result.stdout}${result.stderr}${result.error ?? ''}${ending}`;
}

async function usableInterpreter(services: RunServices, python: string): Promise<Interpreter> {
  const interpreter = await services.interpreters.current();
  if (!interpreter) {
    throw new Error(
      vscode.l10n.t(
        'No Python was found. Install Python 3.10 or newer, or choose one with “Select Interpreter”.',
      ),
    );
  }
  const [unmet] = unmetNeeds({ python, requires: [] }, interpreter);
  if (unmet) throw new Error(needsMessage([unmet], interpreter));
  return interpreter;
}

function judgeServices({ files, runner, machine }: RunServices): JudgeServices {
  return { files, runner, paths: machine.paths };
}
