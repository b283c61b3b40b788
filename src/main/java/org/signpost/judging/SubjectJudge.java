package org.signpost.judging;

import java.util.List;

import org.signpost.retrieval.Candidate;
import org.signpost.retrieval.Subjects;
import org.signpost.understanding.Query;

/**
 * Lets nothing about other subjects stand in the way where a question names a subject
 * that editors' answers do not speak of and something that does is likely: hours of one
 * career are no answer beside, or before, those of the one asked for. Costs a second
 * judgement of such questions. Safe for many threads.
 */
public final class SubjectJudge implements RelevanceJudge {

	private final RelevanceJudge judge;

	private final Subjects subjects;

	public SubjectJudge(RelevanceJudge judge, Subjects subjects) {
		this.judge = judge;
		this.subjects = subjects;
	}

	@Override
	public Judgement judge(Query query, List<Candidate> candidates) {
		var all = this.judge.judge(query, candidates);
		var named = this.subjects.named(query);
		if (named.isEmpty()) {
			return all;
		}
		var own = candidates.stream().filter((candidate) -> Subjects.speaksOf(candidate, named)).toList();
		var likely = all.best()
			.filter((best) -> all.judged()
				.stream()
				.anyMatch((judged) -> own.contains(judged.what()) && judged.beside(best)))
			.isPresent();
		return (likely && own.size() < candidates.size()) ? this.judge.judge(query, own) : all;
	}

}
