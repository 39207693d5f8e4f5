/** The packs, the journal and the clock as the interviewer sees them. */
import { ownPack } from '../../core/pack/packId.js';
import { levelWords } from '../../core/levelWords.js';
import { InterviewHistory } from '../../core/interview/history.js';
import { scriptOf } from '../../core/interview/modelAnswer.js';
import { firstSetup, setupSchema } from '../../core/interview/plan.js';
import type { Candidate, Setup } from '../../core/interview/plan.js';
import type { Catalog } from '../../core/catalog.js';
import type { QuestionSummary } from '../../core/pack/pack.js';
import { topicKey } from '../../core/pack/packId.js';
import type { TopicChoice } from '../../protocol/topicChoice.js';
import { Stored } from '../../hosts/vscode/settings/stored.js';
import type { InterviewDependencies } from '../../app/interview/interviewController.js';
import { machineClock } from '../../app/sessions/sessionClock.js';
import type { Interviews } from '../../app/interview/interviews.js';
import type { InterviewServices } from './interviewServices.js';
import { offerReport } from './saveReport.js';

export function interviewDependencies(
  services: InterviewServices,
  interviews: Interviews,
): InterviewDependencies {
  const { catalog, journal, progress, globalState, log } = services;
  const history = journal.follow(() => new InterviewHistory());
  const candidate = (question: QuestionSummary): Candidate => ({
    id: question.id,
    topic: topicKey(question.packId, question.topic),
    level: question.level,
    state: progress.state(question.id),
    rated: history.value.rating(question.id),
    recent: history.value.wasAskedLast(question.id),
  });
  return {
    now: machineClock(),
    newSeed: () => Math.floor(Math.random() * 0x7fffffff),
    newId: () => crypto.randomUUID(),
    topics: async () => topicsOf(await catalog.get()),
    candidates: async () => {
      await journal.ready;
      return (await catalog.get()).questions
        .filter(({ packId }) => packId !== ownPack)
        .map(candidate);
    },
    script: async (question) => scriptOf(await (await catalog.get()).load(question)),
    about: async (id) => {
      const known = await catalog.get();
      const question = known.question(id);
      if (!question) return '';
      const topic = known.topicOf(question)?.title;
      return [...(topic === undefined ? [] : [topic]), levelWords(question.level)].join(', ');
    },
    setup: new Stored<Setup>(globalState, 'interview.setup', setupSchema, firstSetup),
    interviews,
    finished: (session) => {
      offerReport(services.machine, session, log);
    },
  };
}

function topicsOf(catalog: Catalog): readonly TopicChoice[] {
  const others = catalog.packs.filter(({ info }) => info.id !== ownPack);
  return others.flatMap((pack) =>
    catalog
      .topics(pack)
      .filter(({ id }) => catalog.inTopic(pack.info.id, id).length > 0)
      .map(({ id, title }) => ({ key: topicKey(pack.info.id, id), title })),
  );
}
