/** What the learner has set about reviews. */
export interface ReviewTerms {
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  /** The share of reviews that is to be remembered. */
  readonly desiredRetention: number;
}

export const usualTerms: ReviewTerms = { newPerDay: 10, reviewsPerDay: 60, desiredRetention: 0.9 };

/** Terms within their bounds, whatever was written into the settings. */
export function soundTerms(written: { readonly [K in keyof ReviewTerms]: unknown }): ReviewTerms {
  const within = (key: keyof ReviewTerms, least: number, most: number): number => {
    const value = written[key];
    const number = typeof value === 'number' && Number.isFinite(value) ? value : usualTerms[key];
    return Math.min(most, Math.max(least, number));
  };
  return {
    newPerDay: Math.floor(within('newPerDay', 0, 1000)),
    reviewsPerDay: Math.floor(within('reviewsPerDay', 1, 1000)),
    desiredRetention: within('desiredRetention', 0.7, 0.97),
  };
}
