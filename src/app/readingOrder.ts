/** The order in which *Next* leads on: the learning path in use, or the pack's own. */
export interface ReadingOrder {
  /** Ids in order when the question is on the path in use. */
  get(questionId: string): readonly string[] | undefined;
  use(ids: readonly string[] | undefined): void;
}

export function createReadingOrder(): ReadingOrder {
  let current: readonly string[] | undefined;
  return {
    get: (questionId) => (current?.includes(questionId) ? current : undefined),
    use: (ids) => {
      current = ids;
    },
  };
}
