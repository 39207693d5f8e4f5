/** Under which id each kind of quiz is kept and recorded: that of its quiz, or one of these. */

export const mixedId = 'mixed';

const missedEnd = '.missed';
const aboutStart = 'about.';

/** The id under which a quiz is kept while what was missed of it is asked. */
export function missedId(quizId: string): string {
  return `${quizId}${missedEnd}`;
}

/** The id under which what is asked about one question is kept. */
export function aboutId(questionId: string): string {
  return `${aboutStart}${questionId}`;
}

/** The quiz that a session's id belongs to; undefined for a mixed one, and for one about a question. */
export function quizOf(sessionId: string): string | undefined {
  const id = isPartOfQuiz(sessionId) ? sessionId.slice(0, -missedEnd.length) : sessionId;
  return id === mixedId || id.startsWith(aboutStart) ? undefined : id;
}

/** Whether it asks whole quizzes or a mix: what it comes to can be compared with the one before. */
export function isWhole(sessionId: string): boolean {
  return !isPartOfQuiz(sessionId) && !sessionId.startsWith(aboutStart);
}

function isPartOfQuiz(sessionId: string): boolean {
  return sessionId.endsWith(missedEnd);
}
