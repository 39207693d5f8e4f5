/** A topic that can be chosen on a page. */
export interface TopicChoice {
  /** See `topicKey`: it names its pack. */
  readonly key: string;
  readonly title: string;
}
